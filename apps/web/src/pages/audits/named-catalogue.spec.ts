import { Catalogue, inOwnWords } from './named-catalogue';

const action = {
  id: 'A1-01',
  phase: 'A',
  period: 1,
  stream: 'strategy-planning',
  contributoryStream: 'goals-strategy',
  label: 'Settle on one driver',
  help: 'It is written down.',
  guidance: { 1: 'Several.', 2: 'One.', 3: 'One, with evidence.' },
} as const;
const structure = {
  version: 2,
  phases: [{ id: 'A', name: 'Scoping', typicalMonths: 'up to 12 months' }],
  periods: [{ phase: 'A', number: 1, name: 'Awareness', description: 'Seen.', actions: 1, maximum: 3 }],
  streams: [],
  contributoryStreams: [],
  scale: [],
} as unknown as Catalogue['structure'];
const published = new Catalogue([action], structure);
const words = (...items: object[]) => items as Parameters<typeof inOwnWords>[1];

describe('a catalogue in own words', () => {
  it('says label, help, scores and headings as the enterprise does, and adds its guidance', () => {
    const own = inOwnWords(
      published,
      words(
        { id: 'A1-01', label: 'Ein Treiber', help: 'Schriftlich.', guidance: 'Im Laufwerk P.' },
        { id: 'A1-01.2', label: 'Einer.' },
        { id: 'phase.A', label: 'Klärung' },
      ),
    );
    expect(own.action('A1-01')).toEqual({
      ...action,
      label: 'Ein Treiber',
      help: 'Schriftlich.',
      guidance: { ...action.guidance, 2: 'Einer.' },
      ownGuidance: 'Im Laufwerk P.',
    });
    expect(own.phaseName('A')).toBe('Klärung');
    expect(own.structure.periods).toEqual(structure.periods);
  });

  it('is as published where nothing is said, and knows no item that was not shipped', () => {
    expect(inOwnWords(published, words({ id: 'A1-99', label: 'Mehr' })).actions).toEqual([action]);
  });
});
