import { MAX_FILE_BYTES, refusalOf } from './file-rules';

test('a file over 20 MB, and one without content, is refused before it is sent', () => {
  expect(refusalOf({ size: MAX_FILE_BYTES + 1 })).toBe('tooLarge');
  expect(refusalOf({ size: MAX_FILE_BYTES })).toBeUndefined();
  expect(refusalOf({ size: 0 })).toBe('empty');
});
