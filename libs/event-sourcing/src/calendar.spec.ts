import { assertPast } from './calendar';
import { Refused } from './errors';

describe('a day on which something happened', () => {
  const noon = { now: new Date('2026-03-08T12:00:00Z') };

  it.each(['1999-12-31', '2026-03-08', '2026-03-09'])('may be %s, as it has come somewhere', (day) => {
    expect(() => assertPast('idea.in-future', 'pitchedOn', day, noon)).not.toThrow();
  });

  it.each([
    ['2026-03-10', noon],
    ['2026-03-09', { now: new Date('2026-03-08T09:59:59Z') }],
  ])('is refused as %s, which has come nowhere, naming the field', (day, context) => {
    const ask = () => assertPast('idea.in-future', 'pitchedOn', day, context);
    expect(ask).toThrow(Refused);
    expect(ask).toThrow('pitchedOn: must not be in the future.');
  });
});
