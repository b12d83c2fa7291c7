import { writeFileSync } from 'node:fs';
import type { Answer, Score } from '../audit/answer';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { periodChart } from './period-chart';
import { MOST_PAGES, reportPdf } from './report-pdf';
import type { ReportSource } from './report-source';
import { roadChart } from './road-chart';
import { pdfPages } from './spec-support/pdf-text';
import { sourceOf } from './spec-support/sources';

const catalogue = phaseAuditOf(2);
const notRelevant = (because: string): Answer => ({ notRelevant: true, because });
const scored = (score: number, evidence?: string): Answer => ({ score: score as Score, evidence });

/** Some of everything: three periods under way, a few not relevant, the last third unanswered. */
const usual = sourceOf(
  (index) =>
    index % 17 === 5
      ? notRelevant('We sell in one country only.')
      : index < 60
        ? scored([3, 3, 2, 1, 3, 0, 3][index % 7]!, `Minutes of the steering group, section ${index}`)
        : index < 90
          ? scored(index % 4 === 0 ? 1 : 0)
          : undefined,
  (index) => (index < 40 ? scored([2, 3, 1, 1, 2][index % 5]!) : undefined),
);
const words = async (source: ReportSource, paper?: 'a4' | 'letter') => pdfPages(await reportPdf(source, paper));

describe('the printed report', () => {
  let pages: string[];
  beforeAll(async () => {
    pages = await words(usual);
  });

  it('says on its first page where the programme stands, how it got there and whether it is signed', () => {
    const { overall, road } = usual.results;
    expect(pages[0]).toContain(`${overall.score} of ${overall.maximum} (${Math.floor(overall.percent)} %)`);
    expect(road.borders).toEqual([78, 183, 288]);
    expect(pages[0]).toContain('A Scoping 78 B Introducing 183 C Embedding 288 D Optimising value 387');
    expect(pages[0]).toContain('96, Mar 2024 31, Sept 2023');
    expect(pages[0]).toContain(`This audit ${overall.score}`);
    expect(pages[0]).toContain('The current period is A1 Awareness');
    expect(pages[0]).toContain(
      '18 months into the programme; A Scoping is typically under way between months 0 and 12.',
    );
    expect(pages[0]).toContain('Not signed off');
    expect(pages[0]).toContain('Inês Ågren, Βασίλης Жуков');
  });

  it('prints the very figures of the results: every period, phase, stream and cell', () => {
    const { structure } = catalogue;
    const { periods, phases, streams, contributoryStreams, cells } = usual.results;
    const all = pages.join(' ');
    for (const { phase, period, score, maximum, percent } of periods) {
      const { name } = structure.periods.find((one) => one.phase === phase && one.number === period)!;
      expect(pages[0]).toMatch(
        new RegExp(`${phase}${period} ${name}( \\(current\\))? ${score} of ${maximum} ${Math.floor(percent)} %`),
      );
    }
    const rows = [
      ...phases.map((one) => ({
        ...one,
        name: `${one.phase} ${structure.phases.find(({ id }) => id === one.phase)!.name}`,
      })),
      ...streams.map((one) => ({ ...one, name: structure.streams.find(({ id }) => id === one.stream)!.name })),
      ...contributoryStreams.map((one) => ({
        ...one,
        name: structure.contributoryStreams.find(({ id }) => id === one.contributoryStream)!.name,
      })),
    ];
    for (const { name, score, maximum, percent, answered, notRelevant, unconfirmed, unanswered } of rows) {
      const figures = [score, maximum, Math.floor(percent), answered, notRelevant, unconfirmed, unanswered].join(' ');
      expect(all).toContain(`${name} ${figures}`);
    }
    for (const { percent, score, maximum } of cells) {
      expect(pages[1]).toContain(`${Math.floor(percent)} % ${score} of ${maximum}`);
    }
  });

  it('lists what the results list, each action by its id and words', () => {
    const all = pages.join(' ');
    const { missing, lagging, notRelevant, next } = usual.results;
    expect(all).toContain(`${missing.length} actions are at 0 or unanswered`);
    expect(all).toContain(`${lagging.length} actions are at least one whole point under the mean`);
    for (const { actionId } of [...missing, ...lagging, ...notRelevant, ...next!.actions]) {
      // A line may break behind a hyphen, which is no space.
      expect(all.replaceAll(' ', '')).toContain(`${actionId}${catalogue.action(actionId)!.label}`.replaceAll(' ', ''));
    }
    expect(all).toContain('Because: We sell in one country only.');
    const { moved } = usual.since!;
    expect(all).toContain(
      `${moved.filter(({ change }) => change > 0).length} up, ${moved.filter(({ change }) => change < 0).length} down.`,
    );
    expect(all).toContain('Evidence: Minutes of the steering group, section 1');
  });

  it('says at the foot of every page of which enterprise and audit, as recorded when, and which page of how many', () => {
    pages.forEach((page, index) => {
      expect(page).toContain('Aldermoor Group · Third audit · as recorded on 10 March 2025, 14:05 UTC');
      expect(page).toContain(`page ${index + 1} of ${pages.length}`);
    });
  });

  it('names who signed it, when, and what the signature stands for', async () => {
    const signedOff = { by: 'ann', at: '2025-03-08T09:30:00Z', pinned: 131, digest: 'ab12'.repeat(16) };
    const { audit } = usual.results;
    const [first] = await words({ ...usual, results: { ...usual.results, audit: { ...audit, signedOff } } });
    expect(first).toContain('Signed off by Inês Ågren on 8 March 2025, 09:30 UTC. Version 131 of the record');
    expect(first!.replaceAll(' ', '')).toContain('ab12'.repeat(16));
  });

  it('prints before anything is answered, and when everything is complete', async () => {
    const nothing = await words(sourceOf(() => undefined, undefined));
    expect(nothing[0]).toContain('0 of 387 (0 %)');
    expect(nothing.join(' ')).toContain('There is no earlier audit of the same scope');
    const everything = await words(
      sourceOf(() => scored(3), undefined),
      'letter',
    );
    expect(everything[0]).toContain('387 of 387 (100 %)');
    expect(everything[0]).toContain('Every period has reached 80 % of its maximum.');
  });

  it('says so where names are in letters that the typeface does not have', async () => {
    const note = 'cannot be printed here';
    expect(pages.join(' ')).not.toContain(note);
    expect((await words({ ...usual, enterprise: '株式会社アルダムーア' })).join(' ')).toContain(note);
  });
});

describe('the fullest audit', () => {
  const long = 'Evidence with many words, '.repeat(380);
  const name = 'W'.repeat(200);
  const fullest: [string, ReportSource][] = [
    [
      '129 not relevant',
      sourceOf(
        () => notRelevant(long),
        (index) => scored(index % 4, long),
        { title: name },
      ),
    ],
    [
      '129 moved',
      sourceOf(
        (index) => scored((index + 2) % 4, long),
        (index) => scored(index % 4, long),
      ),
    ],
    [
      'some of each',
      sourceOf(
        (index) => (index % 3 ? scored(index % 4, long) : notRelevant(long)),
        (index) => scored((index + 2) % 4),
      ),
    ],
    [
      '129 at 0',
      sourceOf(
        (index) => scored(index % 9 ? 0 : 3),
        (index) => scored(index % 9 ? 2 : 1),
      ),
    ],
    [
      'long names',
      {
        ...sourceOf(
          (index) => (index % 3 ? scored(index % 4, name) : notRelevant(name.repeat(10))),
          (index) => scored((index + 2) % 4),
          {
            title: name,
            assessorIds: Array.from({ length: 50 }, () => 'ann'),
            signedOff: { by: 'ann', at: '2025-03-08T09:30:00Z', pinned: 131, digest: 'W'.repeat(64) },
          },
        ),
        enterprise: name,
        division: name,
      },
    ],
  ];

  it.each(fullest)(
    '%s: prints on six pages at most, A4 and Letter, and says how much it leaves out',
    async (kind, source) => {
      for (const paper of ['a4', 'letter'] as const) {
        const pdf = await reportPdf(source, paper);
        if (process.env.REPORTS) writeFileSync(`${process.env.REPORTS}/${kind.replaceAll(' ', '-')}-${paper}.pdf`, pdf);
        const pages = pdfPages(pdf);
        expect(pages.length).toBeLessThanOrEqual(MOST_PAGES);
        expect(pages.join(' ')).toMatch(/and \d+ more: see the answers export/);
      }
    },
  );

  it('lets out of a list exactly what it says', async () => {
    const all = (await words(fullest[0]![1])).join(' ');
    const shown = all.match(/Because: /g)!.length;
    expect(all).toContain(`and ${129 - shown} more: see the answers export`);
  });
});

describe('its charts', () => {
  it('draw bars from zero, as long as their points on one scale', () => {
    const drawn = periodChart(usual.results, catalogue, 515);
    const bars = [...drawn.matchAll(/<rect x="178" y="[\d.]+" width="([\d.]+)" height="9" fill="(#\w+)"/g)];
    expect(bars).toHaveLength(24);
    const scale = Number(bars[2]![1]) / usual.results.periods[1]!.maximum;
    usual.results.periods.forEach(({ score, maximum }, index) => {
      expect(Number(bars[2 * index]![1])).toBeCloseTo(maximum * scale, 1);
      expect(Number(bars[2 * index + 1]![1])).toBeCloseTo(score * scale, 1);
    });
  });

  it('write names as text, whatever letters they have', () => {
    const { structure } = catalogue;
    const phases = structure.phases.map((phase) => ({ ...phase, name: 'A & "B" <svg>' }));
    const drawn = roadChart(usual.results, { ...catalogue, structure: { ...structure, phases } }, 515);
    expect(drawn).toContain('A &#38; &#34;B&#34; &#60;svg&#62;');
  });
});
