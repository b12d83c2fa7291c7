import { type Descriptions, idOfStream } from '@mainstay/event-sourcing';
import type { ScoringEvent } from './scoring.events';

const of = ({ tenant, stream }: { tenant: string; stream: string }) => {
  const accountId = idOfStream(tenant, stream);
  return { subject: { type: 'scoring', id: accountId }, accountId };
};

export const scoringDescriptions: Descriptions<ScoringEvent> = {
  // That scores were given, not which: scorers who read the history would know them before giving their own. They are
  // told when they are settled.
  'portfolio.ScoresGiven': (event) => {
    const { scorerId, criteriaVersion, roundId, scores, from } = event.data;
    return {
      kind: 'scores-given',
      ...of(event),
      detail: from ? 'changed' : 'given',
      after: { scorerId, criteriaVersion, roundId, criteria: Object.keys(scores).length },
    };
  },
  'portfolio.ScoresSettled': (event) => {
    const { from, reason, said, without, reasons, scores, attractiveness, standing, suggested, criteriaVersion } =
      event.data;
    return {
      kind: 'scores-settled',
      ...of(event),
      before: { ...(from ? { scores: from.scores } : {}), said },
      after: {
        scores,
        attractiveness,
        standing,
        suggested,
        criteriaVersion,
        ...(Object.keys(reasons).length > 0 ? { reasons } : {}),
        ...(without.length > 0 ? { without } : {}),
      },
      why: reason ?? undefined,
    };
  },
  'portfolio.ScoringReopened': (event) => ({
    kind: 'scores-settled',
    ...of(event),
    detail: 'reopened',
    before: { scores: event.data.from.scores },
    after: null,
    why: event.data.reason,
  }),
};
