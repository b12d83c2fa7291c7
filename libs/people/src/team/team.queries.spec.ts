import { portfolioProjections } from '@mainstay/portfolio';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { teamRegister } from './team.projection';
import { TeamQueries } from './team.queries';

describe('the team of an account', () => {
  let db: ReadModelHarness;
  let queries: TeamQueries;
  let beforeLeaving: Date;

  const place = { function: '', divisionId: null, location: '', dedicated: false, share: null, line: 'dotted' };
  const join = (personId: string, kind: string, joinedOn: string, tenant = 'acme') => {
    const data = { accountId: 'a-1', personId, joinedOn, kind, role: 'Part', ...place };
    return db.append('people.team', 'a-1', [{ type: 'people.TeamMemberJoined', data }], { tenant });
  };
  const team = async (over: Parameters<ReadModelHarness['context']>[0] = {}) => {
    await db.whenCaughtUp();
    const { items } = await queries.team(db.context(over), 'a-1');
    return items.map(({ personId, leftOn }) => (leftOn ? `${personId} until ${leftOn}` : personId));
  };

  beforeAll(async () => {
    db = await readModelHarness({ projections: [...portfolioProjections, teamRegister] });
    queries = new TeamQueries(db.readStore);
    const details = { industry: '', countries: [], divisionIds: [], leadId: null, sponsorId: null, spend: 0 };
    const data = { code: 'K-1', name: 'Norrland', ...details };
    for (const tenant of ['acme', 'other']) {
      await db.append('portfolio.account', 'a-1', [{ type: 'portfolio.AccountRegistered', data }], { tenant });
    }
    await join('callum', 'core', '2025-01-01');
    await join('zoe', 'extended', '2025-02-01');
    await join('ines', 'leader', '2025-03-01');
    beforeLeaving = (await join('stranger', 'core', '2025-01-01', 'other')).recorded;
    const leaving = { accountId: 'a-1', personId: 'callum', joinedOn: '2025-01-01', leftOn: '2025-06-30', reason: 'x' };
    await db.append('people.team', 'a-1', [{ type: 'people.TeamMemberLeft', data: leaving }]);
  });
  afterAll(() => db.close());

  it('is read leader first and former members last, of one tenant only', async () => {
    expect(await team()).toEqual(['ines', 'zoe', 'callum until 2025-06-30']);
    expect(await team({ tenant: 'other' })).toEqual(['stranger']);
  });

  it('is read as at the past as it was known then', async () => {
    expect(await team({ asAt: beforeLeaving })).toEqual(['ines', 'callum', 'zoe']);
  });

  it('keeps each stay of a person who comes back', async () => {
    await join('callum', 'extended', '2025-09-01');
    expect(await team()).toEqual(['ines', 'zoe', 'callum', 'callum until 2025-06-30']);
  });

  it('is hidden with its account from a division head of other divisions', async () => {
    await expect(team({ roles: ['division-head'], actor: 'helga' })).rejects.toThrow('There is no account');
  });

  it('reads the same after a rebuild', () => db.rebuildGivesSameRows());
});
