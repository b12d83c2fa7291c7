import { withIds } from './people-in-words';

test('names typed after @ are recorded as people, the longest name first, and nothing else is', () => {
  const people = new Map([
    ['p-1', 'Ines Car'],
    ['p-2', 'Ines Carvalho'],
    ['p-3', ''],
  ]);
  expect(withIds('@Ines Carvalho, ask @Ines Car and @Nobody; mail ines@car.example', people)).toBe(
    '@[p-2], ask @[p-1] and @Nobody; mail ines@car.example',
  );
});
