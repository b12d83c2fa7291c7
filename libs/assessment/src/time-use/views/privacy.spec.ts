import fc from 'fast-check';
import { type Group, showable, SMALLEST_GROUP } from './privacy';

const people = (count: number, of: string) => Array.from({ length: count }, (_, index) => `${of}-${index}`);
const group = (id: string, count: number): Group => ({ id, people: people(count, id) });
const shownOf = (parts: Group[], known: string[] = []) => {
  const { whole, parts: shown } = showable(parts, new Set(known));
  return [...shown, ...(whole ? ['whole'] : [])].sort();
};

describe('what may be shown of a group', () => {
  it('shows five and more, and nothing of four', () => {
    expect(shownOf([group('north', 4)])).toEqual([]);
    expect(shownOf([group('north', 5)])).toEqual(['north', 'whole']);
  });

  it('shows nothing where nobody has recorded anything', () => {
    expect(shownOf([])).toEqual([]);
  });

  it('shows every division of five and more beside the whole', () => {
    expect(shownOf([group('north', 5), group('south', 7)])).toEqual(['north', 'south', 'whole']);
  });

  it('attack: the whole less the divisions shown does not give away the small division', () => {
    expect(shownOf([group('north', 5), group('south', 6), group('west', 2)])).toEqual(['south', 'whole']);
    expect(shownOf([group('north', 5), group('west', 2)])).toEqual(['whole']);
  });

  it('lets small divisions that are together five and more be kept back without others', () => {
    expect(shownOf([group('north', 6), group('south', 3), group('west', 2)])).toEqual(['north', 'whole']);
  });

  it('attack: the figures less one’s own record do not give away a group of four others', () => {
    expect(shownOf([group('north', 5)], ['north-0'])).toEqual([]);
    expect(shownOf([group('north', 6)], ['north-0'])).toEqual(['north', 'whole']);
  });

  it('attack: a line manager of four does not learn about the fifth from the figures of five', () => {
    expect(shownOf([group('north', 5)], people(4, 'north'))).toEqual([]);
    expect(shownOf([group('north', 9)], people(4, 'north'))).toEqual(['north', 'whole']);
  });

  it('hides nothing from the line manager of everybody', () => {
    expect(shownOf([group('north', 5)], people(5, 'north'))).toEqual(['north', 'whole']);
  });
});

describe('attack by subtraction, tried by every sum and difference of what is shown', () => {
  const divisions = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 5 });

  it('never leaves between one and four people whom one does not know already', () => {
    fc.assert(
      fc.property(divisions, fc.infiniteStream(fc.boolean()), (sizes, mask) => {
        const parts = sizes.map((size, index) => group(`d${index}`, size));
        const everybody = parts.flatMap(({ people }) => people);
        const known = new Set(everybody.filter(() => mask.next().value as boolean));
        const { whole, parts: shown } = showable(parts, known);
        const figures = [
          ...(whole ? [everybody] : []),
          ...parts.filter(({ id }) => shown.has(id)).map((p) => p.people),
        ];
        for (const signs of combinations(figures.length)) {
          const weight = new Map(everybody.map((person) => [person, 0]));
          figures.forEach((figure, index) =>
            figure.forEach((person) => weight.set(person, weight.get(person)! + signs[index]!)),
          );
          const left = everybody.filter((person) => weight.get(person) !== 0 && !known.has(person)).length;
          expect(left === 0 || left >= SMALLEST_GROUP).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Every choice of taking each of so many figures away, leaving it out, or adding it. */
function combinations(count: number): number[][] {
  if (count === 0) return [[]];
  return combinations(count - 1).flatMap((rest) => [-1, 0, 1].map((sign) => [...rest, sign]));
}
