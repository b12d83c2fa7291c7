import type { Answer, Link } from '../audit/answer';
import type { GivenAnswer } from '../audit/audit.views';

/** The cells of a row that say what the answer is; the others say where it belongs and where it comes from. */
export const answerHeadings = {
  score: 'Score',
  because: 'Not relevant because',
  evidence: 'Evidence',
  evidenceOn: 'Evidence date',
  links: 'Links',
  confidence: 'Confidence',
} as const;
export type AnswerField = keyof typeof answerHeadings;

export const answerFields = Object.keys(answerHeadings) as AnswerField[];

/** What an answer says in each cell; '' where it says nothing. */
export function cellsOf(answer: Answer | undefined): Readonly<Record<AnswerField, string>> {
  return {
    score: answer && 'score' in answer ? String(answer.score) : '',
    because: answer && 'notRelevant' in answer ? answer.because : '',
    evidence: answer?.evidence ?? '',
    evidenceOn: answer?.evidenceOn ?? '',
    links: (answer?.links ?? []).map(lineOf).join('\n'),
    confidence: answer?.confidence ?? '',
  };
}

/** One link per line: the address, then its title. An address holds no space. */
const lineOf = ({ url, title }: Link) => (title ? `${url} ${title}` : url);

export const linksIn = (cell: string): Link[] =>
  cell
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, url, title] = /^(\S+)\s*(.*)$/.exec(line)!;
      return title ? { url: url!, title } : { url: url! };
    });

export const states = ['answered', 'not relevant', 'unconfirmed', 'unanswered'] as const;
export type AnswerState = (typeof states)[number];

export function stateOf(given: GivenAnswer | undefined): AnswerState {
  if (!given) return 'unanswered';
  if (!given.confirmed) return 'unconfirmed';
  return 'score' in given.answer ? 'answered' : 'not relevant';
}
