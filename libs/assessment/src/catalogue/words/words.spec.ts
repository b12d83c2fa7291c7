import type { Recorded } from '@mainstay/event-sourcing';
import { catalogueKinds } from '../registry/registry';
import { putWords, type PutWordsBody, words, type Words } from './words';
import { putWordsRequest } from './words.requests';
import { wordsDescriptions } from './words.descriptions';
import type { WordsEvent } from './words.events';

const reason = 'Our people read German.';
const german = (items: PutWordsBody['items'], because = reason, kind = 'phase-audit'): PutWordsBody => ({
  kind,
  language: 'de',
  items,
  reason: because,
});
const after = (...events: WordsEvent[]): Words =>
  events.reduce((state, event) => words.evolve(state, event as Recorded<WordsEvent>), words.initial);
const saying = (items: PutWordsBody['items'], state: Words = {}) => putWords(state, german(items));
const spoken = after(...saying([{ id: 'A1-01', label: 'Ein starker Treiber', help: 'Schriftlich' }]));

describe('putting a catalogue into own words', () => {
  it('records for each item what was said before, what is said now and why', () => {
    expect(
      saying(
        [
          { id: 'A1-01', label: ' Der eine Treiber ' },
          { id: 'period.A1', label: 'Bewusstsein' },
        ],
        spoken,
      ),
    ).toEqual([
      {
        type: 'assessment.CatalogueWordsChanged',
        data: {
          kind: 'phase-audit',
          language: 'de',
          itemId: 'A1-01',
          from: { label: 'Ein starker Treiber', help: 'Schriftlich' },
          to: { label: 'Der eine Treiber' },
          reason,
        },
      },
      {
        type: 'assessment.CatalogueWordsChanged',
        data: {
          kind: 'phase-audit',
          language: 'de',
          itemId: 'period.A1',
          from: null,
          to: { label: 'Bewusstsein' },
          reason,
        },
      },
    ]);
  });

  it('withdraws what was said when nothing is said any more', () => {
    const events = saying([{ id: 'A1-01', label: ' ' }], spoken);
    expect(events[0]!.data).toMatchObject({ from: { label: 'Ein starker Treiber' }, to: null });
    expect(saying([{ id: 'A1-01' }], after(...events))).toEqual([]);
  });

  it.each(['A1-99', 'A1-01.4', 'constructor', '__proto__'])('refuses %s: nothing can be added to a catalogue', (id) => {
    expect(() => saying([{ id, label: 'One more' }])).toThrow(id);
  });

  it('refuses an item named twice, a kind that there is not, and a change without a reason', () => {
    const item = { id: 'A1-01', label: 'Treiber' };
    expect(() => saying([item, item])).toThrow('A1-01 stands twice');
    expect(() => putWords({}, german([item], reason, 'horoscope'))).toThrow('horoscope');
    expect(() => putWords({}, german([item], ' '))).toThrow('reason: say why');
  });

  it('changes nothing when the same is said again, in this language or none', () => {
    expect(saying([{ id: 'A1-01', label: 'Ein starker Treiber', help: ' Schriftlich' }], spoken)).toEqual([]);
    expect(saying([{ id: 'A1-02' }], spoken)).toEqual([]);
  });

  it('has no way to remove an item or to say what one weighs', () => {
    for (const extra of [{ weight: 2 }, { points: 5 }, { maximum: 0 }, { removed: true }, { hidden: true }]) {
      expect(putWordsRequest.safeParse({ items: [{ id: 'A1-01', label: 'x', ...extra }], reason }).success).toBe(false);
    }
  });

  it('is open for every kind of catalogue', () => {
    for (const { kind, versions } of catalogueKinds) {
      const { id } = versions[0]!.items[0]!;
      expect(putWords({}, german([{ id, label: 'x' }], reason, kind))).toHaveLength(1);
    }
  });

  it('is told in the audit history by item and language', () => {
    const [event] = saying([{ id: 'A1-01', guidance: 'Im Laufwerk P.' }]);
    expect(wordsDescriptions['assessment.CatalogueWordsChanged'](event as Recorded<WordsEvent>)).toEqual({
      kind: 'catalogue-words',
      subject: { type: 'catalogue-words', id: 'phase-audit' },
      detail: 'A1-01 (de)',
      before: null,
      after: { guidance: 'Im Laufwerk P.' },
      why: reason,
    });
  });
});
