import { readConfiguration } from './configuration';
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
  it.each([
    [{ PORT: 'http' }, 'PORT must be a number.'],
    [{ PORT: '' }, 'PORT must be 1 to 65535.'],
    [{ PORT: '0' }, 'PORT must be 1 to 65535.'],
    [{ PORT: '65536' }, 'PORT must be 1 to 65535.'],
    [{ PORT: '80.5' }, 'PORT must be a whole number.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be a pino level.'],
    [{ MAINSTAY_DATA: '' }, 'MAINSTAY_DATA must name a folder.'],
    [{ MAINSTAY_WEB_ORIGIN: 'here' }, 'MAINSTAY_WEB_ORIGIN must be an address.'],
    [{ MAINSTAY_REQUESTS_PER_MINUTE: 'many' }, 'MAINSTAY_REQUESTS_PER_MINUTE must be a number.'],
  ])('%j is refused: %s', (env, sentence) => {
    expect(refusal(() => readConfiguration(env))).toBe(sentence);
  });

  it('of production is refused: one machine is no production', () => {
    expect(refusal(() => readConfiguration({ NODE_ENV: 'production' }))).toMatch(/^NODE_ENV is production: .*\.$/);
  });

  it('may be empty: port 3000, and a folder among the user’s own data', () => {
    expect(readConfiguration({ XDG_DATA_HOME: '/data' })).toMatchObject({ port: 3000, logLevel: 'info' });
    expect(readConfiguration({ PORT: '4000', MAINSTAY_DATA: '/x' })).toMatchObject({ port: 4000, dataFolder: '/x' });
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
