import { text } from 'node:stream/consumers';
import type { Recorded } from '@mainstay/event-sourcing';
import { csvStream, readTable } from '@mainstay/tabular';
import { catalogueKindOf, catalogueVersionOf } from '../registry/registry';
import { withOwnWords, type WordsRow } from './effective-catalogue';
import { putWords, words, type Words } from './words';
import { importWords, readWords, wordsSheetOf } from './words.import';
import { wordsColumns } from './words.sheet';
import type { WordsEvent } from './words.events';

const about = { kind: 'phase-audit', language: 'de' };
const reason = 'From the translator.';
const sheetOf = async (file: string) => wordsSheetOf(await readTable(Buffer.from(file)));
const after = (events: readonly WordsEvent[]): Words =>
  events.reduce((state, event) => words.evolve(state, event as Recorded<WordsEvent>), words.initial);
const spoken = after(
  putWords({}, { ...about, items: [{ id: 'A1-01', label: '=Treiber', guidance: 'Laufwerk P.' }], reason }),
);

describe('own words from a file', () => {
  it('are all taken, each with what was said before', async () => {
    const sheet = await sheetOf('item,label,help\nA1-01,Ein Treiber,Schriftlich\nphase.A,Klärung,');
    expect(importWords(spoken, { ...about, sheet, reason }).map(({ data }) => data)).toEqual([
      {
        ...about,
        itemId: 'A1-01',
        from: { label: '=Treiber', guidance: 'Laufwerk P.' },
        to: { label: 'Ein Treiber', help: 'Schriftlich', guidance: 'Laufwerk P.' },
        reason,
      },
      { ...about, itemId: 'phase.A', from: null, to: { label: 'Klärung' }, reason },
    ]);
  });

  it('are told row by row where a row cannot be taken, and then none is', async () => {
    const sheet = await sheetOf(`item,label\nA1-01,Treiber\nA1-99,Mehr\nA1-01,Noch einmal\nA1-02,${'x'.repeat(301)}`);
    expect(readWords({}, { ...about, sheet })).toMatchObject({
      rows: 4,
      changes: [],
      refusals: [
        { row: 3, column: 'item', rule: 'there is no item “A1-99” in this catalogue' },
        { row: 4, column: 'item' },
        { row: 5, column: 'label', rule: 'must be at most 300 characters' },
      ],
    });
    expect(() => importWords({}, { ...about, sheet, reason })).toThrow('because 3 rows were refused');
  });

  it('need a column that names the item and one that says something of it', async () => {
    await expect(sheetOf('id,label\nA1-01,Treiber')).rejects.toThrow('needs a column “item”');
    await expect(sheetOf('item,weight\nA1-01,5')).rejects.toThrow('at least one of');
  });

  it('need a reason when anything changes', async () => {
    const sheet = await sheetOf('item,label\nA1-01,Ein Treiber');
    expect(() => importWords(spoken, { ...about, sheet, reason: '' })).toThrow('reason: say why');
  });

  it('change nothing when the file is the export as it was', async () => {
    const { items } = catalogueVersionOf(catalogueKindOf('phase-audit'));
    const row = {
      ...about,
      itemId: 'A1-01',
      label: '=Treiber',
      help: null,
      guidance: 'Laufwerk P.',
      changedAt: new Date(0),
    };
    const exported = await text(csvStream(wordsColumns, withOwnWords(items, [row as unknown as WordsRow], 'de')));
    const sheet = await sheetOf(exported);
    expect(sheet.rows).toHaveLength(items.length);
    expect(importWords(spoken, { ...about, sheet, reason: '' })).toEqual([]);
  });
});
