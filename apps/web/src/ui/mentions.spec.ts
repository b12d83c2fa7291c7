import { piecesOf, withNames } from './mentions';

test('people named in a text are told from its words', () => {
  expect(piecesOf('Is it so, @[p-1]?')).toEqual([
    { text: 'Is it so, ' },
    { text: '@[p-1]', personId: 'p-1' },
    { text: '?' },
  ]);
  expect(piecesOf('mail@example.com [x] @[two words]')).toEqual([{ text: 'mail@example.com [x] @[two words]' }]);
});

test('names stand in place of ids', () => {
  expect(withNames('@[p-1] and @[p-2]', (id) => (id === 'p-1' ? 'Inês' : 'Unknown'))).toBe('@Inês and @Unknown');
});
