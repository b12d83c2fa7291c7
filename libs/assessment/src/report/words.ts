import type { Catalogue } from '../catalogue/catalogue';
import type { AuditResults } from '../results/results.views';

const inBritish = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
  return (iso: string) => format.format(new Date(iso));
};

export const day = inBritish({ day: 'numeric', month: 'long', year: 'numeric' });
export const month = inBritish({ month: 'short', year: 'numeric' });
/** '3 March 2025, 14:05 UTC' */
export const moment = (at: Date) => `${day(at.toISOString())}, ${at.toISOString().slice(11, 16)} UTC`;

/** Cut, not rounded, as on the pages: 79.9 % must not read as a threshold of 80 % that was reached. */
export const percent = (value: number) => `${Math.floor(value)}\u00a0%`;

export const counted = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;

/** At most so many characters, cut at a word where there is one near. */
export function cut(words: string, longest: number): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  if (plain.length <= longest) return plain;
  const start = plain.slice(0, longest - 1);
  const space = start.lastIndexOf(' ');
  return `${(space > longest * 0.7 ? start.slice(0, space) : start).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

export function periodName({ structure }: Catalogue, phase: string, period: number): string {
  const { name } = structure.periods.find((one) => one.phase === phase && one.number === period)!;
  return `${phase}${period} ${name}`;
}

const phaseName = ({ structure }: Catalogue, phase: string) =>
  `${phase} ${structure.phases.find(({ id }) => id === phase)!.name}`;

/** Where the audit says the programme or division stands, in words. */
export function standing(results: AuditResults, catalogue: Catalogue): string {
  const { overall, currentPeriod, road, threshold } = results;
  const { phase, period } = currentPeriod ?? {};
  const sentences = [
    phase && period
      ? `The current period is ${periodName(catalogue, phase, period)}: the first in order under ${threshold}\u00a0% of its maximum.`
      : `Every period has reached ${threshold}\u00a0% of its maximum.`,
    phase && road.phase > phase
      ? `Early work elsewhere makes up for gaps: the total falls into ${phaseName(catalogue, road.phase)}.`
      : '',
    overall.unanswered > 0
      ? `${counted(overall.unanswered, 'action is', 'actions are')} unanswered and ${overall.unanswered === 1 ? 'counts' : 'count'} nothing yet.`
      : '',
    overall.unconfirmed > 0
      ? `${counted(overall.unconfirmed, 'answer', 'answers')} carried over from the earlier audit ${overall.unconfirmed === 1 ? 'waits' : 'wait'} to be confirmed and ${overall.unconfirmed === 1 ? 'counts' : 'count'} nothing until then.`
      : '',
  ];
  return sentences.filter(Boolean).join(' ');
}

/** Months in the programme held against what is typical of the phase. */
export function paceSentence({ pace, currentPeriod }: AuditResults, catalogue: Catalogue): string {
  if (!pace) return 'The audit does not say when the programme started, so its pace is not judged.';
  const { months, typical, verdict } = pace;
  const phase = phaseName(catalogue, currentPeriod?.phase ?? 'D');
  const judged = {
    faster: 'That is earlier than usual.',
    typical: 'That is the usual pace.',
    slower: 'That is later than usual.',
  }[verdict];
  return `${counted(months, 'month', 'months')} into the programme; ${phase} is typically under way between months ${typical.from} and ${typical.to}. ${judged}`;
}
