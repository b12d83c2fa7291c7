import type { OrganisationCatalogue } from './catalogue/organisation-catalogue';
import type { AssessorAnswer, CellStanding, Standing } from './standing/views';

type Value = string | number | null | undefined;
type Columns<Row> = Readonly<Record<string, (row: Row) => Value>>;

interface CellLine extends CellStanding {
  readonly elementName: string;
  readonly groupName: string;
}

/** Every cell in the order of the catalogue, whether answered or not. */
export function cellLines({ elements, groups }: OrganisationCatalogue, { cells }: Standing): CellLine[] {
  const names = new Map<string, string>([...elements, ...groups].map(({ id, name }) => [id, name]));
  return cells.map((cell) => ({
    ...cell,
    elementName: names.get(cell.element)!,
    groupName: names.get(cell.group)!,
  }));
}

const named: Columns<CellLine> = {
  'Cell id': ({ cell }) => cell,
  Element: ({ element, elementName }) => `${element} ${elementName}`,
  Group: ({ groupName }) => groupName,
};

export const cellColumns: Columns<CellLine> = {
  ...named,
  State: ({ settled, score }) => (settled ? 'settled' : score === null ? 'unanswered' : 'provisional'),
  Score: ({ score }) => score,
  Answers: ({ answers }) => answers.length,
  'Said 0': ({ distribution }) => distribution[0],
  'Said 1': ({ distribution }) => distribution[1],
  'Said 2': ({ distribution }) => distribution[2],
  'Said 3': ({ distribution }) => distribution[3],
  Agreement: ({ agreement }) => agreement,
  'Settled by': ({ settled }) => settled?.settledBy,
  'Settled at': ({ settled }) => settled?.settledAt,
  'Settled because': ({ settled }) => settled?.reason,
  'Next state': ({ target }) => target?.score,
  'Next state described': ({ target }) => target?.descriptor,
};

type AnswerLine = CellLine & { readonly answer: AssessorAnswer };

/** Every answer of every assessor. */
export const answerLines = (lines: readonly CellLine[]): AnswerLine[] =>
  lines.flatMap((line) => line.answers.map((answer) => ({ ...line, answer })));

export const answerColumns: Columns<AnswerLine> = {
  ...named,
  'Assessor id': ({ answer }) => answer.assessorId,
  Score: ({ answer }) => answer.score,
  Evidence: ({ answer }) => answer.evidence,
  Note: ({ answer }) => answer.note,
  'Answered at': ({ answer }) => answer.answeredAt,
  Corrections: ({ answer }) => answer.corrections,
  'Reason of the last correction': ({ answer }) => answer.reason,
};
