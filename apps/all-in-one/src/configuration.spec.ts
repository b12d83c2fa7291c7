import { readSettings } from './configuration';
import { readArguments } from './start/arguments';
import { StartError } from './start/start-error';

const refusal = (read: () => unknown): string => {
  try {
    read();
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  return 'nothing was refused';
};

describe('the environment', () => {
  it('may be empty: port 3000, and a folder among the user’s own data', () => {
    expect(readSettings({ XDG_DATA_HOME: '/data' })).toMatchObject({ port: 3000, logLevel: 'info' });
    if (process.platform === 'linux')
      expect(readSettings({ XDG_DATA_HOME: '/data' }).dataFolder).toBe('/data/mainstay');
    expect(readSettings({ PORT: '4000', MAINSTAY_DATA: '/x' })).toMatchObject({ port: 4000, dataFolder: '/x' });
  });
});

describe('arguments', () => {
  it('are few, and one that does not exist is refused', () => {
    expect(readArguments(['--empty'])).toEqual({ empty: true, reset: false, yes: false });
    expect(readArguments(['--reset', '--yes'])).toEqual({ empty: false, reset: true, yes: true });
    for (const unknown of ['--emtpy', '--EMPTY', 'empty']) {
      expect(refusal(() => readArguments([unknown]))).toBe(
        `There is no argument ${unknown}; there are --empty, --reset and --yes.`,
      );
    }
  });
});
