import { csvCell } from './csv-cell';

test.each([
  ['plain', 'plain'],
  ['a, b', '"a, b"'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  [-3.5, '-3.5'],
  [null, ''],
  [undefined, ''],
])('%p is written as %p', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])('%p runs nowhere as a formula', (text) => {
  expect(csvCell(text)).toBe(`'${text}`);
});
