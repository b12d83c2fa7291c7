import { nameGrams, nameKey } from './name-key';

describe('the key of a name', () => {
  it.each([
    ['Nordwind Energie AG', 'NORDWIND ENERGIE A.G.'],
    ['Müller GmbH & Co. KG', 'Mueller'],
    ['Müller GmbH', 'Muller G.m.b.H.'],
    ['Société Générale S.A.', 'Societe Generale'],
    ['Barilla S.p.A.', 'barilla spa'],
    ['Ørsted A/S', 'Orsted'],
    ['The Coca-Cola Company', 'coca cola'],
    ['L’Oréal', "L'Oreal SA"],
  ])('is the same for %s and %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  it.each([
    ['Alder Foods', 'Alder Woods'],
    ['Siemens', 'Siemens Energy'],
  ])('tells %s from %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  it('keeps a name that is nothing but a legal form', () => {
    expect(nameKey('AG')).toBe('ag');
  });
});

it('groups of letters begin and end with the word', () => {
  expect(nameGrams('abc')).toEqual(['  a', ' ab', 'abc', 'bc ']);
});
