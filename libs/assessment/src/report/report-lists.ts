import { type Answer } from '../audit/answer';
import type { ReportSource } from './report-source';
import { counted, cut, day, periodName } from './words';

/** One list of the report: actions with what is said of each. */
export interface ReportList {
  readonly title: string;
  /** What the list means, or that it is empty. */
  readonly sentence: string;
  /** Of the columns of figures, beside the action. */
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly actionId: string;
    readonly label: string;
    readonly values: readonly string[];
    readonly note?: string;
  }[];
}

const LABEL = 150;
const NOTE = 170;

/** The lists in the order of what a Board does with them: first what to do, last what is left out. */
export function reportLists({ catalogue, results, since }: ReportSource): ReportList[] {
  const label = (actionId: string) => cut(catalogue.action(actionId)?.label ?? actionId, LABEL);
  const { next, missing, lagging, ahead, notRelevant } = results;
  return [
    {
      title: 'Next best actions',
      sentence: next
        ? next.reachable
          ? `${periodName(catalogue, next.phase, next.period)} stands at ${next.score} of ${next.maximum} and is reached at ${next.target}. The fewest actions that would bring it there, each completed:`
          : `${periodName(catalogue, next.phase, next.period)} stands at ${next.score} of ${next.maximum} and is reached at ${next.target}, which cannot be reached while actions are not relevant. What can be raised:`
        : 'Every period has been reached.',
      headings: ['Score', 'Gain'],
      rows: (next?.actions ?? []).map(({ actionId, score, gain }) => ({
        actionId,
        label: label(actionId),
        values: [String(score), `+${gain}`],
      })),
    },
    {
      title: 'Missing',
      sentence: missing.length
        ? `${counted(missing.length, 'action is', 'actions are')} at 0 or unanswered in a period that is under way.`
        : 'Nothing is at 0 or unanswered in a period that is under way.',
      headings: ['Now'],
      rows: missing.map(({ actionId, answer }) => ({
        actionId,
        label: label(actionId),
        values: [answer === 'zero' ? 'scored 0' : answer],
      })),
    },
    {
      title: 'Lagging',
      sentence: lagging.length
        ? `${counted(lagging.length, 'action is', 'actions are')} at least one whole point under the mean of ${lagging.length === 1 ? 'its' : 'their'} period.`
        : 'No action is a whole point or more under the mean of its period.',
      headings: ['Score', 'Mean of period'],
      rows: lagging.map(({ actionId, score, mean }) => ({
        actionId,
        label: label(actionId),
        values: [String(score), mean.toFixed(2)],
      })),
    },
    {
      title: 'Ahead of its time',
      sentence: ahead.length
        ? `${counted(ahead.length, 'action has', 'actions have')} been begun in periods after the current one. That is not wrong, and good to know.`
        : 'Nothing has been begun in periods after the current one.',
      headings: ['Score'],
      rows: ahead.map(({ actionId, score }) => ({ actionId, label: label(actionId), values: [String(score)] })),
    },
    {
      title: 'Moved since the last audit',
      sentence: since
        ? `Against “${cut(since.title, 80)}” of ${day(since.auditDate)}: ${since.moved.filter(({ change }) => change > 0).length} up, ${since.moved.filter(({ change }) => change < 0).length} down.`
        : 'There is no earlier audit of the same scope to compare with.',
      headings: ['From', 'To', 'Change'],
      rows: [...(since?.moved ?? [])]
        .sort((one, other) => Math.abs(other.change) - Math.abs(one.change))
        .map(({ actionId, change, from, to }) => ({
          actionId,
          label: label(actionId),
          values: [said(from), said(to), `${change > 0 ? '+' : '−'}${Math.abs(change)}`],
          note: to?.evidence && `Evidence: ${cut(to.evidence, NOTE)}`,
        })),
    },
    {
      title: 'Not relevant here',
      sentence: notRelevant.length
        ? `${counted(notRelevant.length, 'action is', 'actions are')} said not to be relevant: ${notRelevant.length === 1 ? 'it counts' : 'they count'} 0 and ${notRelevant.length === 1 ? 'stays' : 'stay'} in the maximum.`
        : 'Every action is taken to be relevant.',
      headings: [],
      rows: notRelevant.map(({ actionId, because }) => ({
        actionId,
        label: label(actionId),
        values: [],
        note: `Because: ${cut(because, NOTE)}`,
      })),
    },
  ];
}

const said = (answer: Answer | null) =>
  answer === null ? 'unanswered' : 'score' in answer ? String(answer.score) : 'not relevant';
