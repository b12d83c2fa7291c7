import { addressKnownToIssuer } from './config';

const issuer = 'http://localhost:3000/identity/realms/mainstay';

test.each([
  ['http://127.0.0.1:3000/t/acme?asAt=2025-01-01', 'http://localhost:3000/t/acme?asAt=2025-01-01'],
  ['http://[::1]:3000/', 'http://localhost:3000/'],
  ['http://127.0.0.1:5173/t/acme', 'http://localhost:5173/t/acme'],
])('%s is opened under the name that the provider knows', (opened, known) => {
  expect(addressKnownToIssuer(issuer, opened)).toBe(known);
});

test.each([
  'http://localhost:3000/t/acme',
  'http://localhost:5173/',
  'https://mainstay.example/',
  'http://127.0.0.1.evil.example/',
])('%s stays where it is', (opened) => {
  expect(addressKnownToIssuer(issuer, opened)).toBeUndefined();
});

test('a provider elsewhere leaves the address alone', () => {
  expect(addressKnownToIssuer('https://identity.example/realms/mainstay', 'http://127.0.0.1:3000/')).toBeUndefined();
});
