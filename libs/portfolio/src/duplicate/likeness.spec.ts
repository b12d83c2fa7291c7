import fc from 'fast-check';
import { likePairs } from './likeness';
import { nameGrams } from './name-key';

const likeness = (one: string, other: string): number => {
  const [a, b] = [new Set(nameGrams(one)), new Set(nameGrams(other))];
  const common = [...a].filter((gram) => b.has(gram)).length;
  return common / (a.size + b.size - common);
};

test('names that are as alike are found, and no others, whatever the names', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 1, maxLength: 12 }), {
        maxLength: 30,
      }),
      async (names) => {
        const keys = names.filter((name) => name.trim() !== '');
        const found = (await likePairs(keys, 0.6)).map(({ one, other }) => `${one} ${other}`).sort();
        const expected = keys.flatMap((a, one) =>
          keys.flatMap((b, other) => (one < other && likeness(a, b) >= 0.6 ? [`${one} ${other}`] : [])),
        );
        expect(found).toEqual(expected.sort());
      },
    ),
  ));
