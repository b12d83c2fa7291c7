import { cursorOf, fromCursor } from './cursor';

it('leads back to where a page ended', () => {
  expect(fromCursor(cursorOf('name', 'Ünder & "over"', 'a-1'), 'name', 'string')).toEqual(['Ünder & "over"', 'a-1']);
  expect(fromCursor(cursorOf('spend', 1200, 'a-1'), 'spend', 'number')).toEqual([1200, 'a-1']);
});

it.each([
  ['another order', cursorOf('spend', 1, 'a-1')],
  ['another kind of value', cursorOf('name', 1, 'a-1')],
  ['no cursor at all', 'page-2'],
  ['an id that is no text', Buffer.from('["name","x",{"$gt":""}]').toString('base64url')],
  ['JSON that is no list', Buffer.from('null').toString('base64url')],
])('is refused: %s', (_, cursor) => {
  expect(() => fromCursor(cursor, 'name', 'string')).toThrow('cursor: must come from the page before');
});
