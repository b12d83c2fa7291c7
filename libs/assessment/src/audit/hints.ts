import type { Catalogue } from '../catalogue/catalogue';
import { type Answer, linksOf } from './answer';
import type { Given } from './audit';
import type { KeptFile } from './digest';
import type { Hint } from './hint';

export interface Reviewed {
  readonly catalogue: Catalogue;
  /** What counts, by action id. */
  readonly given: Readonly<Record<string, Pick<Given, 'answer' | 'by' | 'at' | 'confirmedFrom'>>>;
  readonly files: readonly KeptFile[];
  /** Evidence of an earlier day shows a state of affairs from before the period that the audit is about. */
  readonly evidenceFrom: string;
}

/** More answers than this by one assessor within a minute were hardly looked at one by one. */
export const HASTY = 20;
const MINUTE = 60_000;

/** What the lead should look at before signing off; within each kind in the order of the catalogue. */
export const hintsOf = (reviewed: Reviewed): Hint[] => [
  ...ofEach(reviewed, 'complete-without-evidence', ({ answer, files }) => isComplete(answer) && !shown(answer, files)),
  ...oldEvidence(reviewed),
  ...contradictions(reviewed),
  ...haste(reviewed),
  ...ofEach(reviewed, 'unsure-of-complete', ({ answer }) => isComplete(answer) && answer.confidence === 'low'),
];

interface Said {
  readonly answer: Answer;
  readonly files: readonly KeptFile[];
}

const ofEach = ({ catalogue, given, files }: Reviewed, kind: Hint['kind'], asks: (said: Said) => boolean): Hint[] =>
  catalogue.actions.flatMap(({ id }): Hint[] => {
    const said = given[id] && { answer: given[id].answer, files: files.filter(({ actionId }) => actionId === id) };
    return said && asks(said) ? [{ kind, actionIds: [id] }] : [];
  });

const isComplete = (answer: Answer | undefined) => answer !== undefined && 'score' in answer && answer.score === 3;

const shown = (answer: Answer, files: readonly KeptFile[]) =>
  answer.evidence !== undefined || linksOf(answer).length > 0 || files.length > 0;

/**
 * Whoever judged anew on old evidence is asked about each answer. What was confirmed as it had been carried over rests on the
 * evidence of its own time by its nature: that is one question, however many were confirmed.
 */
function oldEvidence(reviewed: Reviewed): Hint[] {
  const old = ofEach(reviewed, 'evidence-too-old', ({ answer, files }) => {
    const latest = [answer, ...files]
      .flatMap(({ evidenceOn }) => evidenceOn ?? [])
      .sort()
      .at(-1);
    return latest !== undefined && latest < reviewed.evidenceFrom;
  });
  const isConfirmed = ({ actionIds: [id] }: Hint) => reviewed.given[id!]?.confirmedFrom !== undefined;
  const confirmed = old.filter(isConfirmed).flatMap(({ actionIds }) => actionIds);
  return [
    ...old.filter((hint) => !isConfirmed(hint)),
    ...(confirmed.length > 0 ? [{ kind: 'confirmed-on-old-evidence' as const, actionIds: confirmed }] : []),
  ];
}

/** A later action complete while one that it builds on is not even begun, or nobody has said. */
function contradictions({ catalogue, given }: Reviewed): Hint[] {
  const notBegun = (id: string) => {
    const answer = given[id]?.answer;
    return answer === undefined || ('score' in answer && answer.score === 0);
  };
  return catalogue.actions
    .filter(({ id }) => isComplete(given[id]?.answer))
    .map(({ id, buildsOn = [] }) => ({ id, missing: buildsOn.filter(notBegun) }))
    .filter(({ missing }) => missing.length > 0)
    .map(({ id, missing }) => ({ kind: 'contradiction', actionIds: [id, ...missing] }));
}

/** Everything within one minute, or else more than a careful assessor could look at in one. */
function haste({ catalogue, given }: Reviewed): Hint[] {
  const all = catalogue.actions
    .filter(({ id }) => given[id])
    .map(({ id }) => ({ id, by: given[id]!.by, at: Date.parse(given[id]!.at) }))
    .sort((one, other) => one.at - other.at);
  if (all.length > 1 && all.at(-1)!.at - all[0]!.at <= MINUTE) {
    return [{ kind: 'answered-in-haste', actionIds: all.map(({ id }) => id).sort() }];
  }
  return [...new Set(all.map(({ by }) => by))].sort().flatMap((personId): Hint[] => {
    const own = all.filter(({ by }) => by === personId);
    const hasty = new Set<string>();
    for (let last = HASTY; last < own.length; last++) {
      const first = own.findIndex(({ at }) => own[last]!.at - at <= MINUTE);
      if (last - first >= HASTY) for (const { id } of own.slice(first, last + 1)) hasty.add(id);
    }
    return hasty.size > 0 ? [{ kind: 'answered-in-haste', actionIds: [...hasty].sort(), personId }] : [];
  });
}

export interface Dated {
  readonly auditDate: string;
  readonly programmeStartedOn?: string | null;
}

/** The period that an audit is about begins with the audit of the scope before it, else with the programme, else a year back. */
export function evidencePeriodOf(audit: Dated, ofScope: readonly Dated[]): string {
  const before = ofScope
    .filter(({ auditDate }) => auditDate < audit.auditDate)
    .map(({ auditDate }) => auditDate)
    .sort()
    .at(-1);
  return before ?? audit.programmeStartedOn ?? yearBefore(audit.auditDate);
}

const yearBefore = (date: string) => `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`.replace(/02-29$/, '02-28');
