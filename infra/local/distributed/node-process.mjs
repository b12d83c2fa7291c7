// One process of the product, as an operator has it: started, killed, paused, started again. Its output goes to a log.
import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** As long as Keycloak may take on a busy machine, for which they wait. */
const LONGEST_START_MS = 300_000;
const LONGEST_STOP_MS = 70_000;
/** A copy that ends by itself is started again, as a container platform does. */
const AGAIN_AFTER_MS = 1_000;

/** `healthUrl`: answers 200 once the process works. `supervised`: started again whenever it ends unasked. */
export function nodeProcess({ name, script, env, logFile, healthUrl, supervised = false, onEnd = () => undefined }) {
  let child;
  let ended;
  let wanted = false;

  function launch() {
    const output = openSync(logFile, 'a');
    // The channel tells the process when this one is gone.
    child = spawn(process.execPath, ['--enable-source-maps', script], {
      env,
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    const own = child;
    ended = new Promise((resolve) => own.once('exit', (code, signal) => resolve({ code, signal })));
    void ended.then(async (how) => {
      if (!wanted || own !== child) return;
      onEnd(name, how);
      if (!supervised) return;
      await delay(AGAIN_AFTER_MS);
      if (wanted && own === child) launch();
    });
  }

  const running = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  /** Resolves when it works. */
  async function becomesReady() {
    for (const deadline = performance.now() + LONGEST_START_MS; ; await delay(100)) {
      const answer = await fetch(healthUrl, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
      if (answer?.ok) return;
      if (!running() && (!supervised || lastOf(logFile).includes('EADDRINUSE')))
        throw new Error(`${name} ended while it started. ${lastOf(logFile)}`);
      if (performance.now() > deadline) throw new Error(`${name} does not become ready. ${lastOf(logFile)}`);
    }
  }

  async function kill(signal = 'SIGKILL') {
    wanted = false;
    if (!running()) return;
    child.kill(signal);
    if (signal === 'SIGKILL') await ended;
  }

  const handle = {
    name,
    healthUrl,
    logFile,
    get pid() {
      return child?.pid;
    },
    running,
    becomesReady,
    start() {
      wanted = true;
      if (!running()) launch();
    },
    /** For what works once and ends. */
    async runOnce() {
      launch();
      const { code } = await ended;
      if (code !== 0) throw new Error(`${name} failed. ${lastOf(logFile)}`);
    },
    /** kill -9; stays down until `restart`. */
    kill,
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    async restart() {
      await handle.stop();
      handle.start();
      await becomesReady();
    },
    /** Ends in good order. */
    async stop() {
      wanted = false;
      if (!running()) return;
      child.kill('SIGCONT');
      child.kill('SIGTERM');
      const inTime = await Promise.race([ended, delay(LONGEST_STOP_MS, undefined, { ref: false })]);
      if (!inTime) await kill();
    },
  };
  return handle;
}

const lastOf = (logFile) =>
  `Its log says last: ${readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-3).join('\n')}`;
