import type { Plans } from '../facts';
import type { Tile } from '../tile';
import { counted, inWords } from '../words';

/** Are we on the plans of our key accounts? */
export function plansTile({ live, stale, none, reviewDays, liveByMonth }: Plans): Tile {
  const expected = live + stale + none;
  const part = (state: string, value: number) => ({
    id: state,
    value,
    madeOf: { list: 'plans' as const, filters: { state } },
  });
  return {
    id: 'plans',
    value: expected === 0 ? null : live,
    of: expected,
    verdict: expected === 0 ? 'neutral' : stale + none === 0 ? 'good' : 'attention',
    sentence:
      expected === 0
        ? 'There is no key account yet, so no plan is expected.'
        : `${inWords(live)} of ${counted(expected, 'account')} ${live === 1 ? 'has' : 'have'} a plan revised or reviewed in the ` +
          `last ${inWords(reviewDays)} days; ${inWords(stale)} ${stale === 1 ? 'is' : 'are'} stale, ${inWords(none)} missing.`,
    trend: [...liveByMonth],
    parts: [part('live', live), part('stale', stale), part('none', none)],
    madeOf: { list: 'plans', filters: {} },
    events: { kind: 'plan-revision,plan-review' },
  };
}
