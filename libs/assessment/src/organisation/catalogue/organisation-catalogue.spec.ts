import {
  elementIds,
  groupIds,
  organisationAssessmentCatalogue,
  organisationCatalogueOf,
} from './organisation-catalogue';
import file from './organisation-assessment-1.json';

const { elements, cells, bands, groups, scale } = organisationAssessmentCatalogue;

describe('the catalogue of the organisation assessment', () => {
  it('asks about nine elements and five groups: 45 cells, 15 points an element, 135 in all', () => {
    expect(elements.map(({ id }) => id)).toEqual([...elementIds]);
    expect(groups.map(({ id }) => id)).toEqual([...groupIds]);
    expect(cells).toHaveLength(45);
    expect(new Set(cells.map(({ id }) => id)).size).toBe(45);
    for (const element of elements) expect(element.cells.length * 3).toBe(15);
    expect(cells.length * 3).toBe(135);
  });

  it('keeps the groups in one order in every element', () => {
    for (const element of elements) expect(element.cells.map(({ group }) => group)).toEqual([...groupIds]);
  });

  it('describes each of the four states of each cell, no two alike', () => {
    const descriptors = cells.flatMap((cell) => cell.descriptors.map((text) => text.trim()));
    expect(descriptors).toHaveLength(180);
    expect(descriptors.filter((text) => text.length < 5)).toEqual([]);
    expect(new Set(descriptors).size).toBe(180);
  });

  it('names the four states from 0 to 3 and the bands from their borders', () => {
    expect(scale.map(({ score }) => score)).toEqual([0, 1, 2, 3]);
    expect(bands.map(({ from }) => from)).toEqual([0, 20, 65, 110]);
  });

  it('finds a cell by element and group', () => {
    expect(organisationAssessmentCatalogue.cell('E-kam-team')?.descriptors[0]).toBe('A national team only.');
    expect(organisationAssessmentCatalogue.cell('J-kam-team')).toBeUndefined();
  });

  it('is refused when a cell stands twice or a descriptor is empty', () => {
    const twice = structuredClone(file);
    twice.elements[0]!.cells[1]!.group = 'key-account-manager';
    expect(() => organisationCatalogueOf(twice)).toThrow('exactly once');
    const empty = structuredClone(file);
    empty.elements[0]!.cells[0]!.descriptors[2] = ' ';
    expect(() => organisationCatalogueOf(empty)).toThrow();
  });
});
