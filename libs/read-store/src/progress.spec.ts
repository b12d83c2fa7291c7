import { position, Unavailable } from '@mainstay/event-sourcing';
import { LocalProgress } from './progress';

const at = (n: number) => position(BigInt(n), 0n);

describe('waiting for the read models', () => {
  it('ends at once for what has been passed, and when it is passed', async () => {
    let asked = 0;
    const progress = new LocalProgress(() => asked++);
    progress.advance(at(5));
    await progress.waitFor(at(5));
    expect(asked).toBe(0);
    const waiting = progress.waitFor(at(7));
    expect([asked, progress.awaited]).toEqual([1, true]);
    progress.advance(at(6));
    expect(progress.awaited).toBe(true);
    progress.advance(at(8));
    await waiting;
    expect(progress.awaited).toBe(false);
  });

  it('ends as unavailable, to be tried again, when it takes too long', async () => {
    const progress = new LocalProgress(() => undefined);
    await expect(progress.waitFor(at(1), 'acme', 1)).rejects.toThrow(Unavailable);
    expect(progress.awaited).toBe(false);
  });
});
