import { apart } from './apart';

test('words that have room stay where they are', () => {
  expect(apart([10, 60, 110], 15, 200)).toEqual([10, 60, 110]);
});

test('words that would cover each other move apart, in the order of what they name', () => {
  expect(apart([50, 50, 52], 15, 200)).toEqual([50, 65, 80]);
});

test('none goes under the floor', () => {
  expect(apart([198, 199, 200], 15, 200)).toEqual([170, 185, 200]);
});
