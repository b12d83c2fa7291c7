import { type Role, roles } from '@mainstay/event-sourcing';
import { mayDo, type Permission, permissions, permissionsOf, policy, type PolicyLine } from './policy';

const columns: Record<string, Role> = {
  A: 'tenant-administrator',
  L: 'programme-lead',
  U: 'kam-unit-head',
  K: 'key-account-manager',
  T: 'kam-team-member',
  D: 'division-head',
  S: 'executive-sponsor',
  X: 'assessor',
  B: 'board-member',
  F: 'feedback-rater',
};

/** The whole policy once more, by hand: a letter where the role may, a dot where it may not. */
const stated: Record<Permission, string> = {
  'enterprise.read': 'ALUKTDSXB.',
  'enterprise.manage': 'A.........',
  'people.read': 'ALUKTDSXB.',
  'people.manage': 'A.........',
  'people.access': 'A.........',
  'people.team': '.LUK......',
  'assessment.read': 'ALUKTDSXB.',
  'assessment.open': '.L........',
  'assessment.assign': '.L........',
  'assessment.sign-off': '.L........',
  'assessment.answer': '.L.....X..',
  'assessment.discuss': '.LUK.DSX..',
  'assessment.settle': '.L........',
  'assessors.read': 'ALU....XB.',
  'assessment.configure': 'AL........',
  'assessment.act': '.LUK...X..',
  'assessment.carry-out': 'ALUKTDSX..',
  'assessment.litmus': '.LUK......',
  'portfolio.read': 'ALUKTDSXB.',
  'portfolio.views': 'ALUKTDSXB.',
  'portfolio.register': 'ALU.......',
  'portfolio.change': 'ALUK......',
  'portfolio.know': '.LUK......',
  'portfolio.score': '.LUK......',
  'portfolio.score-own': '.LUKTDSX..',
  'portfolio.settle': '.LU.......',
  'portfolio.round': '.LU.......',
  'portfolio.criteria': 'ALU.......',
  'portfolio.categories': 'ALU.......',
  'portfolio.notices': 'ALUKTDSXB.',
  'portfolio.exit': 'ALUKTDSX..',
  'portfolio.categorise': '.LU.......',
  'portfolio.propose': '.LUK......',
  'portfolio.recategorise': '.LU.......',
  'planning.read': 'ALUKTDSXB.',
  'planning.write': '..UKT.....',
  'planning.review': '..UK..S...',
  'programme.home': 'ALUKTDSXB.',
  'programme.dashboard': '.LU..DS.B.',
  'time-use.read': 'ALUKTDSXB.',
  'time-use.record': '..UK......',
  'time-use.profile': 'ALU.......',
  'history.read': 'ALU.....B.',
  'history.of-record': 'ALUKTDSXB.',
  'history.export': 'ALU.....B.',
  'identity.policy': 'ALUKTDSXB.',
};

const pairs = permissions.flatMap((permission) =>
  Object.entries(columns).map(([letter, role]) => [role, permission, stated[permission].includes(letter)] as const),
);

describe('who may do what', () => {
  it('is stated for every role and permission', () => {
    expect(Object.values(columns)).toEqual([...roles]);
    expect(Object.keys(stated)).toEqual(permissions);
    expect(pairs).toHaveLength(roles.length * permissions.length);
  });

  it.each(pairs)('%s, %s: %p', (role, permission, expected) => {
    expect(mayDo([role], permission)).toBe(expected);
  });

  it('explains every permission in a sentence', () => {
    for (const line of Object.values<PolicyLine>(policy)) {
      expect(line.lets).toMatch(/^[A-Z].+\.$/);
      if (line.record !== undefined) expect(line.record).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('gives a feedback rater nothing', () => {
    expect(permissionsOf(['feedback-rater'])).toEqual([]);
  });

  it('lets a Board member read, export, take note and keep views of lists, and change no record', () => {
    const harmless = permissionsOf(['board-member']).every((name) =>
      /\.(read|of-record|home|dashboard|export|policy|views|notices)$/.test(name),
    );
    expect(harmless).toBe(true);
  });

  it('adds up the permissions of several roles, and gives none without a role', () => {
    expect(permissionsOf(['assessor', 'board-member'])).toEqual(
      permissions.filter((name) => mayDo(['assessor'], name) || mayDo(['board-member'], name)),
    );
    expect(permissionsOf([])).toEqual([]);
  });
});
