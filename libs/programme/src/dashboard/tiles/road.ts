import type { Audited, Road } from '../facts';
import type { Tile } from '../tile';
import { dayInWords, inWords } from '../words';

/** Where is our programme on the road? */
export function roadTile(road: Road | null): Tile {
  const latest = road?.audits.at(-1);
  if (!road || !latest) return notAudited;
  const before = road.audits.at(-2);
  return {
    id: 'road',
    value: latest.score,
    of: road.maximum,
    verdict: before ? (latest.score >= before.score ? 'good' : 'attention') : 'neutral',
    sentence: sentenceOf(road, latest, before),
    trend: road.audits.map(({ auditDate: on, score: value }) => ({ on, value })),
    parts: [],
    madeOf: { list: 'audits', id: latest.id, filters: {} },
    events: { subject: `audit:${latest.id}` },
  };
}

const notAudited: Tile = {
  id: 'road',
  value: null,
  of: null,
  verdict: 'neutral',
  sentence: 'The programme has not been audited yet.',
  trend: [],
  parts: [],
  madeOf: { list: 'audits', filters: {} },
  events: { kind: 'audit,audit-answer,audit-answer-confirmed' },
};

function sentenceOf(
  { maximum, currentPeriod }: Road,
  { score, unanswered, unconfirmed }: Audited,
  before: Audited | undefined,
): string {
  const moved = before ? `, ${movement(score - before.score, before.auditDate)}` : '';
  const where = currentPeriod ? `now in ${currentPeriod}` : 'every period has been reached';
  const left = [
    ...(unanswered > 0 ? [`${inWords(unanswered)} of the actions are still unanswered`] : []),
    ...(unconfirmed > 0 ? [`${inWords(unconfirmed)} carried over and not yet confirmed`] : []),
  ];
  return `${[`${inWords(score)} of ${inWords(maximum)} on the road${moved}`, where, ...left].join('; ')}.`;
}

function movement(points: number, since: string): string {
  if (points === 0) return `as on ${dayInWords(since)}`;
  return `${inWords(Math.abs(points))} ${points > 0 ? 'up' : 'down'} since ${dayInWords(since)}`;
}

/** Audits that say where the programme stands: signed off, or answered in full; while there is none, those begun. */
export function standing(audits: readonly Audited[]): readonly Audited[] {
  const complete = audits.filter(
    ({ signedOff, unanswered, unconfirmed }) => signedOff || unanswered + unconfirmed === 0,
  );
  return complete.length > 0 ? complete : audits.filter(({ score }) => score > 0);
}
