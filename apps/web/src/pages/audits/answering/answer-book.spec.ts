import { AnswerBook, type Save } from './answer-book';

describe('the answer book', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const bookWith = (save: Save<number>) => {
    const saved: [string, number, string?][] = [];
    const book = new AnswerBook<number>((actionId, answer, reason) => {
      saved.push(reason ? [actionId, answer, reason] : [actionId, answer]);
      return save(actionId, answer, reason);
    });
    return { book, saved, state: (actionId: string) => book.snapshot().get(actionId)?.state };
  };
  const agree: Save<number> = () => Promise.resolve('saved');

  it('saves by itself after a moment', async () => {
    const { book, saved, state } = bookWith(agree);
    book.say('A1-01', 2);
    expect(state('A1-01')).toBe('waiting');
    await jest.advanceTimersByTimeAsync(900);
    expect(saved).toEqual([['A1-01', 2]]);
    expect(state('A1-01')).toBe('saved');
  });

  it('saves only the last word where a person thinks again in time', async () => {
    const { book, saved } = bookWith(agree);
    book.say('A1-01', 2);
    await jest.advanceTimersByTimeAsync(500);
    book.say('A1-01', 3);
    await jest.advanceTimersByTimeAsync(900);
    expect(saved).toEqual([['A1-01', 3]]);
  });

  it('saves what waits at once when the page is left', async () => {
    const { book, saved } = bookWith(agree);
    book.say('A1-01', 2);
    book.say('A1-02', 0);
    await book.flush();
    expect(saved).toEqual([
      ['A1-01', 2],
      ['A1-02', 0],
    ]);
  });

  it('sends one answer after another', async () => {
    let running = 0;
    let most = 0;
    const { book } = bookWith(async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      return 'saved';
    });
    for (const actionId of ['A1-01', 'A1-02', 'A1-03']) book.say(actionId, 1);
    await book.flush();
    expect(most).toBe(1);
  });

  it('waits for a reason where one is needed, and sends it', async () => {
    const { book, saved, state } = bookWith((_, __, reason) => Promise.resolve(reason ? 'saved' : 'reason-needed'));
    book.say('A1-01', 3);
    await book.flush();
    expect(state('A1-01')).toBe('reason');
    book.send('A1-01', 'Seen in use');
    await book.flush();
    expect(saved[1]).toEqual(['A1-01', 3, 'Seen in use']);
    expect(state('A1-01')).toBe('saved');
  });

  it('goes back to the record when a change is discarded', async () => {
    const { book, saved, state } = bookWith(agree);
    book.say('A1-01', 3);
    book.discard('A1-01');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(state('A1-01')).toBeUndefined();
    expect(saved).toEqual([]);
  });

  it('keeps what could not be saved, says why, and goes on with the others', async () => {
    const { book, state } = bookWith((actionId) =>
      actionId === 'A1-01' ? Promise.reject(new Error('No connection')) : agree(actionId, 1),
    );
    book.say('A1-01', 2);
    book.say('A1-02', 1);
    await book.flush();
    expect(book.snapshot().get('A1-01')).toEqual({ answer: 2, state: 'failed', why: 'No connection' });
    expect(state('A1-02')).toBe('saved');
  });

  it('does not take a newer word for saved when the older one was', async () => {
    let answered: (outcome: 'saved') => void = () => undefined;
    const { book, state } = bookWith(() => new Promise((resolve) => (answered = resolve)));
    book.say('A1-01', 1);
    const flushed = book.flush();
    await Promise.resolve();
    book.say('A1-01', 2);
    answered('saved');
    await flushed;
    expect(state('A1-01')).toBe('waiting');
  });

  it('tells its listeners, until they leave', () => {
    const { book } = bookWith(agree);
    const listener = jest.fn();
    const leave = book.subscribe(listener);
    book.say('A1-01', 1);
    leave();
    book.discard('A1-01');
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('asks why before it sends what changes the record, and what it saved itself is the record from then on', async () => {
    const saved: [number, string?][] = [];
    const book = new AnswerBook<number>(
      async (_, answer, reason) => {
        saved.push(reason ? [answer, reason] : [answer]);
        return 'saved';
      },
      (before, after) => before !== after,
    );
    book.say('A1-01', 2);
    await jest.advanceTimersByTimeAsync(900);
    book.say('A1-01', 3);
    await jest.advanceTimersByTimeAsync(900);
    expect(book.snapshot().get('A1-01')).toEqual({ answer: 3, state: 'reason' });
    expect(saved).toEqual([[2]]);
    book.say('A1-01', 2);
    await jest.advanceTimersByTimeAsync(900);
    expect(saved).toEqual([[2], [2]]);
    book.say('A1-01', 1);
    book.send('A1-01', 'Looked again');
    await book.flush();
    expect(saved.at(-1)).toEqual([1, 'Looked again']);
    book.read([['A1-02', 3]]);
    book.say('A1-02', 1);
    book.say('A1-03', 1);
    expect(['A1-02', 'A1-03'].map((id) => book.snapshot().get(id)?.state)).toEqual(['reason', 'waiting']);
  });
});
