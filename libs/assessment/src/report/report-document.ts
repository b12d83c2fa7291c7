import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { Tally } from '../results/tally';
import { heatChart } from './heat-chart';
import { periodChart } from './period-chart';
import { reportLists, type ReportList } from './report-lists';
import type { Paper, ReportSource } from './report-source';
import { roadChart } from './road-chart';
import { tones } from './svg';
import { cut, day, moment, paceSentence, percent, standing } from './words';

const MARGIN = 40;
const widths: Readonly<Record<Paper, number>> = { a4: 595.28 - 2 * MARGIN, letter: 612 - 2 * MARGIN };

/** Next best actions that the first page has room for. */
const FIRST_PAGE_ROWS = 7;

/** @param longest rows of a list that are printed; of a longer one it is said how many more there are */
export function reportDocument(source: ReportSource, paper: Paper, longest: number): TDocumentDefinitions {
  const { results, catalogue, enterprise, recordedAt } = source;
  const { audit } = results;
  const width = widths[paper];
  const [next, ...lists] = reportLists(source);
  const chart = (title: string, sentence: string, drawn: string): Content => ({
    unbreakable: true,
    stack: [heading(title), dim(sentence), { svg: drawn, width, margin: [0, 4, 0, 8] }],
  });
  return {
    pageSize: paper === 'a4' ? 'A4' : 'LETTER',
    pageMargins: [MARGIN, 44, MARGIN, 48],
    info: {
      title: `${audit.title}: phase audit report`,
      author: enterprise,
      creator: 'Mainstay',
      producer: 'Mainstay',
    },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15, color: tones.ink },
    footer: (page, pages) => ({
      margin: [MARGIN, 12, MARGIN, 0],
      fontSize: 7.5,
      color: tones.dim,
      columns: [
        { text: `${cut(enterprise, 50)} · ${cut(audit.title, 60)} · as recorded on ${moment(recordedAt)}` },
        { text: `page ${page} of ${pages}`, alignment: 'right', width: 70 },
      ],
    }),
    content: [
      ...opening(source),
      chart(
        'Position on the road',
        `Up to ${results.road.maximum} points, with the borders of the phases${results.trail.length > 1 ? ' and where earlier audits stood' : ''}.`,
        roadChart(results, catalogue, width),
      ),
      chart(
        'Twelve periods against their maxima',
        `The tick is the threshold of ${results.threshold}\u00a0%.`,
        periodChart(results, catalogue, width),
      ),
      signature(source),
      ...listOf(next!, Math.min(longest, FIRST_PAGE_ROWS)),
      { text: '', pageBreak: 'before' },
      chart(
        'Periods and streams',
        'Per cent of the maximum of each cell, with its points.',
        heatChart(results, catalogue, width),
      ),
      ...tables(source),
      ...lists.flatMap((list) => listOf(list, longest)),
      dim(
        'How to read this: every action is scored 0 (not done) to 3 (complete and effective). 0, unanswered, unconfirmed and not relevant are different things; none of them adds points, and all stay in the maximum.',
        [0, 10, 0, 0],
      ),
      ...(missesLetters(source)
        ? [
            dim(
              'Letters outside the Latin, Greek and Cyrillic alphabets cannot be printed here; the audit’s page shows them.',
            ),
          ]
        : []),
    ],
  };
}

const heading = (words: string): Content => ({ text: words, fontSize: 12, bold: true, margin: [0, 8, 0, 1] });
const dim = (words: string, margin: [number, number, number, number] = [0, 0, 0, 2]): Content => ({
  text: words,
  fontSize: 8.5,
  color: tones.dim,
  margin,
});

function opening({ enterprise, division, results, catalogue, names }: ReportSource): Content[] {
  const { audit, overall } = results;
  const assessors = audit.assessorIds.map((id) => names.get(id) ?? 'a person no longer here').join(', ');
  const facts = [
    ['Answered', overall.answered],
    ['Not relevant', overall.notRelevant],
    ['Unconfirmed', overall.unconfirmed],
    ['Unanswered', overall.unanswered],
  ].map(([name, figure]): Content => ({
    stack: [
      { text: String(figure), fontSize: 14, bold: true },
      { text: name as string, fontSize: 8, color: tones.dim },
    ],
  }));
  return [
    { text: `${cut(enterprise, 60)} · Phase audit report`, fontSize: 9, color: tones.dim },
    { text: cut(audit.title, 120), fontSize: 20, bold: true, margin: [0, 2, 0, 0], lineHeight: 1.05 },
    dim(
      `${division ? `Division ${cut(division, 60)}` : 'Whole programme'} · describes ${day(audit.auditDate)} · catalogue version ${audit.catalogueVersion} · assessed by ${cut(assessors || 'nobody yet', 160)}`,
      [0, 1, 0, 8],
    ),
    {
      columns: [
        {
          width: '*',
          stack: [
            {
              text: `${overall.score} of ${overall.maximum}  (${percent(overall.percent)})`,
              fontSize: 22,
              bold: true,
              color: tones.accent,
            },
            { text: standing(results, catalogue), fontSize: 10, margin: [0, 2, 10, 3] },
            { text: paceSentence(results, catalogue), fontSize: 9.5, margin: [0, 0, 10, 0] },
          ],
        },
        { width: 150, columns: [{ stack: facts.slice(0, 2) }, { stack: facts.slice(2) }] },
      ],
      columnGap: 12,
    },
  ];
}

function signature({ results, names }: ReportSource): Content {
  const { signedOff } = results.audit;
  const words = signedOff
    ? `Signed off by ${names.get(signedOff.by) ?? 'a person no longer here'} on ${moment(new Date(signedOff.at))}. Version ${signedOff.pinned} of the record, with the digest ${signedOff.digest}.`
    : 'Not signed off: the answers behind these figures can still change.';
  return {
    table: { widths: ['*'], body: [[{ text: words, fontSize: 8.5, bold: !signedOff, margin: [4, 3, 4, 3] }]] },
    layout: {
      hLineColor: () => tones.line,
      vLineColor: () => tones.line,
      hLineWidth: () => 0.75,
      vLineWidth: () => 0.75,
    },
    margin: [0, 4, 0, 0],
  };
}

/** Phases, and streams with their contributory streams, side by side in figures. */
function tables({ results, catalogue }: ReportSource): Content[] {
  const { structure } = catalogue;
  const streams = results.streams.flatMap((stream) => [
    figures(structure.streams.find(({ id }) => id === stream.stream)!.name, stream, true),
    ...results.contributoryStreams
      .filter((one) => one.stream === stream.stream)
      .map((one) => figures(structure.contributoryStreams.find(({ id }) => id === one.contributoryStream)!.name, one)),
  ]);
  const phases = results.phases.map((one) =>
    figures(`${one.phase} ${structure.phases.find(({ id }) => id === one.phase)!.name}`, one),
  );
  return [
    heading('Phases and streams'),
    dim('Points of the maximum, and how the actions are answered. Every cut adds up to the whole.'),
    {
      fontSize: 8.5,
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: ['*', 40, 50, 40, 50, 55, 60, 58],
        body: [
          ['', 'Points', 'Maximum', '%', 'Answered', 'Not relevant', 'Unconfirmed', 'Unanswered'].map((name, index) =>
            head(name, index > 0),
          ),
          ...phases,
          ...streams,
          figures('Whole', results.overall, true),
        ],
      },
      layout: rows,
    },
  ];
}

const head = (words: string, right = false): TableCell => ({
  text: words,
  fontSize: 7.5,
  color: tones.dim,
  alignment: right ? 'right' : 'left',
});

function figures(name: string, tally: Tally, bold = false): TableCell[] {
  const { score, maximum, percent: reached, answered, notRelevant, unconfirmed, unanswered } = tally;
  const cells = [score, maximum, Math.floor(reached), answered, notRelevant, unconfirmed, unanswered];
  return [{ text: name, bold }, ...cells.map((cell): TableCell => ({ text: String(cell), alignment: 'right', bold }))];
}

const rows = {
  hLineWidth: (index: number) => (index === 0 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => tones.line,
  paddingTop: () => 1.2,
  paddingBottom: () => 1.2,
  paddingLeft: () => 2,
  paddingRight: () => 2,
};

function listOf({ title, sentence, headings, rows: all }: ReportList, longest: number): Content[] {
  // To leave out a single row would save nothing.
  const shown = all.length <= longest + 1 ? all : all.slice(0, longest);
  const more = all.length - shown.length;
  const opens: Content[] = [heading(title), dim(sentence)];
  if (shown.length === 0) return [{ unbreakable: true, stack: opens }];
  const columns = headings.length + 2;
  return [
    {
      fontSize: 8.5,
      table: {
        // The title stands in the table, so that it is never left alone at the foot of a page.
        headerRows: 2,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: [32, '*', ...headings.map((name) => Math.max(46, name.length * 5))],
        body: [
          [{ stack: opens, colSpan: columns, margin: [-2, 0, 0, 0] }, ...Array.from({ length: columns - 1 }, () => '')],
          [head('Action'), head(''), ...headings.map((name) => head(name, true))],
          ...shown.map(({ actionId, label, values, note }): TableCell[] => [
            { text: actionId, color: tones.dim },
            note ? { stack: [label, { text: note, fontSize: 7.5, color: tones.dim }] } : label,
            ...values.map((value): TableCell => ({ text: value, alignment: 'right', noWrap: true })),
          ]),
        ],
      },
      layout: { ...rows, hLineWidth: (index: number) => (index < 2 ? 0 : 0.5) },
    },
    ...(more > 0 ? [dim(`and ${more} more: see the answers export`, [0, 3, 0, 0])] : []),
  ];
}

/** Whether something is written in letters that the report's typeface does not have. */
function missesLetters({ enterprise, division, results, since, names }: ReportSource): boolean {
  const { audit } = results;
  const evidence = (since?.moved ?? []).map(({ to }) => to?.evidence ?? '');
  const people = [...audit.assessorIds, audit.signedOff?.by ?? ''].map((id) => names.get(id) ?? '');
  const words = [
    enterprise,
    division ?? '',
    audit.title,
    ...people,
    ...evidence,
    ...results.notRelevant.map(({ because }) => because),
  ];
  return words.some((text) =>
    /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Extended_Pictographic}/u.test(
      text,
    ),
  );
}
