/**
 * Waits for the work while the broker is told that this member is alive. Ends earlier, with the broker's error, when it is
 * a member no longer: what the work still does is its own concern.
 */
export async function beating<Result>(
  heartbeat: () => Promise<void>,
  everyMs: number,
  work: Promise<Result>,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const evicted = new Promise<never>((_, reject) => {
    timer = setInterval(() => heartbeat().catch(reject), everyMs);
  });
  try {
    return await Promise.race([work, evicted]);
  } finally {
    clearInterval(timer);
    work.catch(() => undefined);
  }
}
