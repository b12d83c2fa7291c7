// Set-up and teardown run in one process, but Jest may load each from its own copy of the modules.
const STOP = Symbol.for('mainstay.test-postgres.stop');
const shared = globalThis as { [STOP]?: () => Promise<void> };

export function stopAfterRun(stop: () => Promise<void>): void {
  shared[STOP] = stop;
}

export default async function teardown(): Promise<void> {
  await shared[STOP]?.();
}
