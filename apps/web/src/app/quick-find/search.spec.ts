import { matches } from './search';

test.each([
  ['Inês Carvalho', 'ines'],
  ['Inês Carvalho', 'car in'],
  ['Nordwind Energie AG', 'ENER'],
  ['Smith-Jones Ltd', 'jones'],
  ['Anything', ''],
])('%s is found by "%s"', (candidate, text) => {
  expect(matches(candidate, text)).toBe(true);
});

test.each([
  ['Nordwind Energie AG', 'wind'],
  ['Nordwind Energie AG', 'nord berlin'],
])('%s is not found by "%s"', (candidate, text) => {
  expect(matches(candidate, text)).toBe(false);
});
