// Set-up and teardown run in one process, but Jest may load each from its own copy of the modules.
const STEPS = Symbol.for('mainstay.after-the-run');
const shared = globalThis as { [STEPS]?: (() => Promise<void>)[] };

/** The last one said is the first one done. */
export function stopAfterRun(step: () => Promise<void>): void {
  (shared[STEPS] ??= []).push(step);
}

export default async function teardown(): Promise<void> {
  for (const step of (shared[STEPS] ?? []).reverse()) await step();
}
