import { isPassing } from './passing';

const withCode = (code: string) => Object.assign(new Error('x'), { code });

describe('an error of the database', () => {
  it.each(['57P01', '40P01', '53300', '55P03', '08006', 'ECONNRESET', 'ECONNREFUSED', 'ERR_STREAM_DESTROYED'])(
    '%s passes: the same is tried again',
    (code) => {
      expect(isPassing(withCode(code))).toBe(true);
    },
  );

  it.each(['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])(
    '"%s" passes',
    (message) => {
      expect(isPassing(new Error(message))).toBe(true);
    },
  );

  it.each(['23505', '22003', '42703', 'ERR_INVALID_ARG_TYPE', 'record.busy'])('%s stays', (code) => {
    expect(isPassing(withCode(code))).toBe(false);
  });

  it('without a code stays', () => {
    expect(isPassing(new TypeError('row.names is not iterable'))).toBe(false);
  });
});
