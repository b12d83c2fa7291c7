import { inOwnWords, OrganisationCatalogue } from './named-catalogue';

const content = {
  version: 1,
  scale: [{ score: 0, label: 'Change required', meaning: 'Nothing yet.' }],
  bands: [{ id: 'ready', from: 20, name: 'Ready for KAM', meaning: 'Seen.' }],
  groups: [{ id: 'kam-unit', name: 'KAM unit', description: 'Runs it.' }],
  elements: [
    {
      id: 'A',
      name: 'Strategy',
      about: 'Where to.',
      cells: [{ group: 'kam-unit', descriptors: ['None', 'Some', 'Most', 'All'] }],
    },
  ],
} as unknown as OrganisationCatalogue['content'];
const published = new OrganisationCatalogue(content);
const words = (...items: object[]) => items as Parameters<typeof inOwnWords>[1];

describe('the organisation catalogue in own words', () => {
  it('says elements, groups, states, bands and descriptors as the enterprise does, and adds its guidance', () => {
    const own = inOwnWords(
      published,
      words(
        { id: 'element.A', sort: 'heading', label: 'Strategie', help: 'Wohin.', guidance: 'Strategy paper, page 3.' },
        { id: 'group.kam-unit', sort: 'heading', label: 'Zentrale' },
        { id: 'scale.0', sort: 'heading', label: 'Offen' },
        { id: 'band.ready', sort: 'heading', label: 'Bereit' },
        { id: 'A-kam-unit', sort: 'asked', guidance: 'Ask the head of the unit.' },
        { id: 'A-kam-unit.2', sort: 'description', label: 'Das meiste' },
      ),
    );
    expect(own.cellName('A', 'kam-unit')).toBe('A Strategie · Zentrale');
    expect(own.elements[0]?.about).toBe('Wohin.');
    expect(own.descriptors('A', 'kam-unit')).toEqual(['None', 'Some', 'Das meiste', 'All']);
    expect([own.stateName(0), own.bandName('ready')]).toEqual(['Offen', 'Bereit']);
    expect(own.guidance('A', 'kam-unit')).toEqual(['Strategy paper, page 3.', 'Ask the head of the unit.']);
  });

  it('is as published where nothing is said, and knows no item that was not shipped', () => {
    const own = inOwnWords(published, words({ id: 'element.Z', sort: 'heading', label: 'Mehr' }));
    expect(own.content).toEqual(content);
    expect(own.guidance('A', 'kam-unit')).toEqual([]);
  });
});
