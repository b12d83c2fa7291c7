import { pdfOf } from './pdf';

/** A file beside an action, with the revisions it went through. */
export interface DemoFile {
  readonly action: string;
  readonly by: string;
  /** Days before today on which what it shows happened. */
  readonly shownDaysAgo: number;
  readonly revisions: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly content: Buffer;
    /** Why it took the place of the one before. */
    readonly reason?: string;
  }[];
}

export interface DemoTalk {
  readonly action: string;
  readonly by: string;
  readonly kind: 'comment' | 'question';
  /** People are named as `@[username]`. */
  readonly text: string;
  readonly answers?: readonly { readonly by: string; readonly text: string }[];
  readonly settled?: boolean;
}

export interface DemoEvidence {
  /** Title of the audit. */
  readonly audit: string;
  readonly files: readonly DemoFile[];
  readonly talk: readonly DemoTalk[];
  readonly reminder: { readonly person: string; readonly note: string };
}

const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);

export const aldermoorEvidence: DemoEvidence = {
  audit: 'Check of what has moved since the review',
  files: [
    {
      action: 'C1-03',
      by: 'amara',
      shownDaysAgo: 20,
      revisions: [
        {
          name: 'key-accounts-chosen.csv',
          mediaType: 'text/csv',
          content: csv('category,accounts', 'Star,6', 'Strategic,9', 'Status,5', 'Streamline,11'),
        },
        {
          name: 'key-accounts-chosen.csv',
          mediaType: 'text/csv',
          content: csv('category,accounts', 'Star,6', 'Strategic,8', 'Status,5', 'Streamline,11'),
          reason: 'One strategic account was counted twice.',
        },
      ],
    },
    {
      action: 'C2-04',
      by: 'amara',
      shownDaysAgo: 34,
      revisions: [
        {
          name: 'customer-interviews-summary.pdf',
          mediaType: 'application/pdf',
          content: pdfOf(
            'Interviews with key accounts, summary',
            'Eleven interviews in eight accounts.',
            'Nine ask for one contact across divisions; two have it already.',
            'Next round in autumn.',
          ),
        },
      ],
    },
    {
      action: 'C2-14',
      by: 'amara',
      shownDaysAgo: 15,
      revisions: [
        {
          name: 'delivery-quality.csv',
          mediaType: 'text/csv',
          content: csv('quarter,on time,complaints', 'Q1,94 %,7', 'Q2,96 %,4', 'Q3,97 %,3'),
        },
      ],
    },
    {
      action: 'B1-10',
      by: 'ruth',
      shownDaysAgo: 41,
      revisions: [
        {
          name: 'team-charter.txt',
          mediaType: 'text/plain',
          content: Buffer.from('Teams stand for at least two years; members keep a quarter of their time for them.\n'),
        },
      ],
    },
  ],
  talk: [
    {
      action: 'C1-03',
      by: 'amara',
      kind: 'question',
      text: 'The list has thirty accounts. Is that still a small number, @[marcus]?',
      answers: [
        {
          by: 'marcus',
          text: 'Fourteen of them are star or strategic; the programme works with these. The others are kept simple.',
        },
      ],
    },
    {
      action: 'C2-04',
      by: 'priya',
      kind: 'question',
      text: '@[amara], does the second round of interviews count before it has been held?',
    },
    {
      action: 'C2-10',
      by: 'ruth',
      kind: 'question',
      text: 'Who sponsors the two accounts of the Nordics that changed hands, @[helga]?',
      answers: [{ by: 'helga', text: 'The managing director took over one; the other is decided next week.' }],
      settled: true,
    },
    {
      action: 'C2-14',
      by: 'marcus',
      kind: 'comment',
      text: 'The figures leave out the plant that joined in spring; they would be two points lower with it.',
    },
  ],
  reminder: {
    person: 'ruth',
    note: 'The steering group meets on Thursday. Please look through what was carried over in Optimising and Embedding.',
  },
};
