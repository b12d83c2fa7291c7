import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { putWords, words } from './words';
import { PutCatalogueWords } from './words.commands';
import { catalogueWords } from './words.projection';
import { CatalogueWords } from './words.queries';

describe('a catalogue in own words', () => {
  let harness: ReadModelHarness;
  let queries: CatalogueWords;
  let between: Date;

  const say = (language: string, items: { id: string; label?: string; help?: string; guidance?: string }[]) =>
    harness.commands.run(
      words,
      putWords,
      new PutCatalogueWords(harness.context(), 'phase-audit', {
        kind: 'phase-audit',
        language,
        items,
        reason: 'Because.',
      }),
    );
  const read = (language: string, context = harness.context(), catalogueVersion?: number) =>
    queries.effective(context, { kind: 'phase-audit', language, catalogueVersion });
  const item = async (id: string, ...rest: Parameters<typeof read>) =>
    (await read(...rest)).items.find((one) => one.id === id)!;

  beforeAll(async () => {
    harness = await readModelHarness({ projections: [catalogueWords] });
    queries = new CatalogueWords(harness.readStore);
    await say('de', [{ id: 'A1-01', label: 'Ein Treiber', guidance: 'Im Laufwerk P.' }]);
    await harness.whenCaughtUp();
    between = new Date(harness.context().now.getTime() - 1_000);
    await say('de', [{ id: 'A1-01', label: 'Der eine Treiber', help: 'Schriftlich.' }]);
    await say('de-AT', [{ id: 'A1-02', label: 'Der Bedarf, österreichisch' }]);
    await say('fr', [{ id: 'A1-02', label: 'Le besoin' }]);
    await say('fr', [{ id: 'A1-02' }]);
    await harness.whenCaughtUp();
  });
  afterAll(() => harness.close());

  it('shows the own words in front and the shipped ones beside them', async () => {
    expect(await item('A1-01', 'de')).toMatchObject({
      label: 'Der eine Treiber',
      help: 'Schriftlich.',
      guidance: null,
      points: 3,
      shipped: { label: 'Settle on one powerful driver that makes KAM urgent' },
      own: { language: 'de', label: 'Der eine Treiber', reason: 'Because.' },
    });
    expect(await item('A1-03', 'de')).toMatchObject({ own: null, label: expect.stringMatching(/^Watch/) as string });
  });

  it('speaks the language without its country where the country says nothing of its own', async () => {
    expect((await item('A1-01', 'de-AT')).label).toBe('Der eine Treiber');
    expect((await item('A1-02', 'de-AT')).label).toBe('Der Bedarf, österreichisch');
    expect((await item('A1-02', 'de')).own).toBeNull();
  });

  it('falls back to what is shipped for a language in which nothing is said any more', async () => {
    const french = await read('fr');
    expect(french.languages).toEqual(['de', 'de-AT']);
    expect(french.items.filter(({ own }) => own !== null)).toEqual([]);
    expect(french.version).toBe(5);
  });

  it('answers only what has own words where asked for no more', async () => {
    const which = { kind: 'phase-audit', language: 'de-AT', ownOnly: true };
    const { items } = await queries.effective(harness.context(), which);
    expect(items.map(({ id }) => id)).toEqual(['A1-01', 'A1-02']);
  });

  it('holds for the words of every version, and of the own tenant alone', async () => {
    expect((await item('A1-01', 'de', harness.context(), 1)).label).toBe('Der eine Treiber');
    expect((await read('de', harness.context({ tenant: 'brack' }))).languages).toEqual([]);
  });

  it('reads as at a past moment', async () => {
    const before = await item('A1-01', 'de', harness.context({ asAt: between }));
    expect(before).toMatchObject({ label: 'Ein Treiber', guidance: 'Im Laufwerk P.' });
  });

  it('always holds every item once, whatever was said', async () => {
    const { items } = await read('de');
    expect(items.filter(({ sort }) => sort === 'asked')).toHaveLength(129);
    expect(items.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBe(387);
  });

  it('has the same rows after a rebuild', () => harness.rebuildGivesSameRows());
});
