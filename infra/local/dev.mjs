// npm run dev: the product with a watching loop. Server sources restart the server; the web page reloads by itself.
import { fork } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';
import { buildIfNeeded, compileFile, isServerSource, root } from './build.mjs';

const WEB_PORT = 5173;
await buildIfNeeded({ web: false });

let server;
const start = () => {
  server = fork(join(root, 'infra/local/serve.mjs'), process.argv.slice(2), {
    env: { ...process.env, MAINSTAY_WEB_ORIGIN: `http://localhost:${WEB_PORT}` },
  });
};
const stopped = (child) =>
  new Promise((resolve) => (child.exitCode === null ? child.once('exit', resolve) : resolve()));

let pending = new Set();
let timer;
async function restart() {
  const changed = [...pending];
  pending = new Set();
  try {
    await Promise.all(changed.map(compileFile));
  } catch (error) {
    console.error(error.message);
    return;
  }
  server.kill('SIGINT');
  await stopped(server);
  start();
}

for (const folder of ['libs', 'apps/all-in-one']) {
  watch(join(root, folder), { recursive: true }, (_event, name) => {
    if (!name || !isServerSource(name)) return;
    pending.add(join(root, folder, name));
    clearTimeout(timer);
    timer = setTimeout(restart, 150);
  });
}

start();
const web = await createServer({
  root: join(root, 'apps/web'),
  configFile: join(root, 'apps/web/vite.config.ts'),
  server: { port: WEB_PORT, strictPort: true },
});
await web.listen();
console.log(`Web page with live reload: http://localhost:${WEB_PORT}`);

process.on('SIGINT', async () => {
  await web.close();
  await stopped(server);
  process.exit(0);
});
