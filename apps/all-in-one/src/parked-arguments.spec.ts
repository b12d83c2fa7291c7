import { PARKED_USAGE, parkedCommand } from './parked-arguments';

describe('npm run parked', () => {
  const command = (...args: string[]) => parkedCommand(args, 'olga');

  it('lists, resumes and passes over, in the name of whoever is signed in or is named', () => {
    expect(command('list')).toEqual({ what: 'list' });
    expect(command('resume', 'acme', '--reason', 'Mended')).toEqual({
      what: 'resume',
      tenant: 'acme',
      reason: 'Mended',
      by: 'olga',
    });
    expect(command('resume', '--all', '--reason', 'Mended')).toMatchObject({ what: 'resume', tenant: undefined });
    expect(command('skip', 'acme', '--event', 'e-1', '--reason', 'Twice', '--by', 'Omar')).toEqual({
      what: 'skip',
      tenant: 'acme',
      eventId: 'e-1',
      reason: 'Twice',
      by: 'Omar',
    });
  });

  it.each([
    [[], PARKED_USAGE],
    [['remove', 'acme'], PARKED_USAGE],
    [['list', 'acme'], PARKED_USAGE],
    [['resume'], 'Say which tenant to resume.'],
    [['resume', 'acme', '--all', '--reason', 'Mended'], 'Say which tenant to resume.'],
    [['skip', '--all', '--event', 'e-1', '--reason', 'Twice'], 'Say which tenant to skip.'],
    [['resume', 'acme'], 'Say why'],
    [['resume', 'acme', '--reason', ' '], 'Say why'],
    [['skip', 'acme', '--reason', 'Twice'], 'Say which event to pass over'],
    [['resume', 'acme', '--why', 'x'], '--why'],
  ])('says what is missing: %j', (args, sentence) => {
    expect(() => command(...args)).toThrow(sentence);
  });
});
