// What every measurement needs: the built libraries, a database of its own, medians, loops with a fixed number of workers.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
const require = createRequire(import.meta.url);
const built = (path) => require(join(root, 'dist/server', path));

export const library = (name) => built(`libs/${name}/src/index.js`);
export const inLibrary = (name, file) => built(`libs/${name}/src/${file}.js`);
export const inApp = (file) => built(`apps/all-in-one/src/${file}.js`);

const sorted = (values) => [...values].sort((a, b) => a - b);
export const median = (values) => sorted(values)[values.length >> 1];
export const percentile = (values, share) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))];
export const round = (value, digits = 2) => Number(value.toFixed(digits));

/** Runs `work` in `concurrency` loops for some seconds; answers completed calls a second. */
export async function rate(concurrency, seconds, work) {
  const began = performance.now();
  const end = began + seconds * 1000;
  let done = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async (_, worker) => {
      while (performance.now() < end) {
        await work(worker);
        done++;
      }
    }),
  );
  return done / ((performance.now() - began) / 1000);
}

/** Milliseconds of each of `times` calls, one after another. */
export async function durations(times, work) {
  const all = [];
  for (let index = 0; index < times; index++) {
    const began = performance.now();
    await work(index);
    all.push(performance.now() - began);
  }
  return all;
}

const WARM_UP = 150;

/**
 * 95th percentile of several ways to do the same, in milliseconds. They take turns, and the median turn of each counts: what
 * else the machine did in one of them does not decide. Before that each runs until the engine has compiled it.
 */
export async function p95InTurns(ways, { turns, calls }) {
  for (const way of ways) await durations(WARM_UP, way);
  const measured = ways.map(() => []);
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, way] of ways.entries()) measured[index].push(percentile(await durations(calls, way), 0.95));
  }
  return measured.map(median);
}

/** The same server settings as the product's. */
export async function withServer(work) {
  const folder = mkdtempSync(join(tmpdir(), 'mainstay-bench-'));
  const { startEmbeddedPostgres } = library('embedded-postgres');
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    password: 'bench',
    settings: inApp('product').postgresSettings,
  });
  try {
    return await work(server.superuserUrl);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The product's database with nothing in it; the projector is not started. */
export async function withDatabase(work) {
  return withServer(async (superuserUrl) => {
    const secrets = {
      servicePassword: 'bench',
      postgresPassword: 'bench',
      personalDataKey: Buffer.alloc(32, 7).toString('base64'),
    };
    const database = await inApp('database').openEmbeddedDatabase(superuserUrl, secrets, (error) =>
      console.error(error),
    );
    try {
      return await work(database, superuserUrl);
    } finally {
      await database.close();
    }
  });
}

/** A payload of about 400 bytes, as an answer with its evidence has. */
export const payload = () => ({
  actionId: 'B2-07',
  from: { score: 1, evidence: 'Minutes of the executive committee', evidenceOn: '2026-03-02' },
  to: {
    score: 2,
    evidence: 'Programme plan with owners and dates, as approved by the divisions',
    evidenceOn: '2026-06-18',
  },
  reason: 'Second interview showed that it is done in all divisions, which the first one had not.',
  reference: randomUUID(),
});

export const eventToAppend = (type, data, effectiveOn) => ({
  id: randomUUID(),
  type,
  data,
  metadata: { schemaVersion: 1, actor: 'd0000000-0000-4000-8000-000000000002', correlation: 'bench', effectiveOn },
});
