import { Refused, Unavailable } from '@mainstay/event-sourcing';
import { untilAvailable } from './until-available';

const refused = () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });

describe('a start that needs something else', () => {
  it('waits until it is there, and says what it waits for', async () => {
    const told: string[] = [];
    let tries = 0;
    const work = async () => {
      tries += 1;
      if (tries === 1) throw refused();
      if (tries === 2) throw new Unavailable('identity.unreachable', 'No answer');
      return 'open';
    };
    const opened = await untilAvailable(work, {
      onProblem: ({ message }) => told.push(message),
      signal: new AbortController().signal,
    });
    expect({ opened, told }).toEqual({ opened: 'open', told: ['connect ECONNREFUSED', 'No answer'] });
  });

  it('does not try again what stays wrong', async () => {
    const work = () => Promise.reject(new Refused('schema.newer', 'The schema is newer than this release.'));
    const options = { onProblem: () => undefined, signal: new AbortController().signal };
    await expect(untilAvailable(work, options)).rejects.toThrow('newer');
  });

  it('ends at once when it is told to', async () => {
    const ending = new AbortController();
    const waiting = untilAvailable(() => Promise.reject(refused()), {
      onProblem: () => ending.abort(),
      signal: ending.signal,
    });
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
