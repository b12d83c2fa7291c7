import type { Descriptions } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { CriteriaContent, CriteriaSetEvent } from './criteria-sets.events';
import type { Feed } from './fed';

const of = ({ tenant }: { tenant: string }) => ({ subject: { type: 'criteria', id: tenant } });

/** What the criteria of a set say, by name, as people read it. */
const told = ({ name, criteria }: CriteriaContent): Said => ({
  name,
  ...Object.fromEntries(
    criteria.map(({ id, axis, weight, spend, label, help, anchors, fed }) => [
      id,
      {
        label,
        axis,
        weight,
        spend,
        help,
        '0': anchors['0'],
        '5': anchors['5'],
        '10': anchors['10'],
        ...(fed ? { fedBy: bandsTold(fed) } : {}),
      },
    ]),
  ),
});

/** `spend: below 100: 0; 100 to 500: 5; from 500: 10` */
const bandsTold = ({ field, bands }: Feed): string =>
  `${field}: ${bands.map((band) => `${reachOf(band)}: ${band.score}`).join('; ')}`;

function reachOf({ from, to }: Feed['bands'][number]): string {
  if (from === null) return to === null ? 'any' : `below ${to}`;
  return to === null ? `from ${from}` : `${from} to ${to}`;
}

/** Only what differs, criterion by criterion: a changed weight is not lost among forty texts. */
function differing(from: CriteriaContent, to: CriteriaContent): { before: Said; after: Said } {
  const [before, after]: [Said, Said] = [told(from), told(to)];
  for (const key of Object.keys(before)) {
    const [was, is] = [before[key], after[key]];
    if (isDeepStrictEqual(was, is)) {
      delete before[key];
      delete after[key];
    } else if (isSaid(was) && isSaid(is)) {
      const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((part) => was[part] !== is[part]);
      const only = (side: Said) => Object.fromEntries(changed.map((part) => [part, side[part]]));
      [before[key], after[key]] = [only(was), only(is)];
    }
  }
  return { before, after };
}

type Said = Record<string, unknown>;
const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null;

export const criteriaSetDescriptions: Descriptions<CriteriaSetEvent> = {
  'portfolio.CriteriaDrafted': (event) => ({
    kind: 'criteria-draft',
    ...of(event),
    detail: 'begun',
    after: { basedOn: event.data.basedOn, name: event.data.name },
  }),
  'portfolio.CriteriaDraftChanged': (event) => ({
    kind: 'criteria-draft',
    ...of(event),
    detail: 'changed',
    ...differing(event.data.from, event.data.to),
  }),
  'portfolio.CriteriaDraftDiscarded': (event) => ({
    kind: 'criteria-draft',
    ...of(event),
    detail: 'discarded',
    before: told(event.data.from),
    after: null,
  }),
  'portfolio.CriteriaPublished': (event) => {
    const { version, effectiveOn, reason, from, warning } = event.data;
    const { before, after } = differing(from, event.data);
    return {
      kind: 'criteria',
      ...of(event),
      detail: `version ${version}`,
      before: { version: from.version, ...before },
      after: { version, effectiveOn, ...(warning ? { warning } : {}), ...after },
      why: reason,
    };
  },
};
