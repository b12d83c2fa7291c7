import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { CategoriesQueries } from '../category/categories.queries';
import { AccountQueries } from '../account/account-register/account.queries';
import { categorised, scoresOf } from '../account/account.fixtures';
import { SheetQueries } from '../scoring/sheet.queries';
import { enterpriseEvents, register } from '../testing/portfolio';
import { portfolioProjections } from '../index';
import { RoundQueries } from './round.queries';

const place = (score: number) => ({
  scores: scoresOf(score),
  attractiveness: score,
  standing: score,
  suggested: score >= 5 ? ('strategic' as const) : ('streamline' as const),
});
const occasion = { occasion: 'r-1', roundId: 'r-1', criteriaVersion: 1 };
const says = (scorerId: string, score: number) => ({
  type: 'portfolio.ScoresGiven',
  data: { ...occasion, scorerId, ...place(score), notes: { growth: `${scorerId} knows` }, fed: {}, from: null },
});
const settles = (score: number) => ({
  type: 'portfolio.ScoresSettled',
  data: { ...occasion, ...place(score), reasons: {}, said: {}, without: [], reason: null, from: null },
});

describe('a round as it is read', () => {
  let db: ReadModelHarness;
  let rounds: RoundQueries;
  let sheets: SheetQueries;
  const head = () => db.context({ actor: 'dora', roles: ['division-head'] });
  const lead = (actor = 'lee') => db.context({ actor, roles: ['programme-lead'] });

  beforeAll(async () => {
    db = await readModelHarness({ projections: portfolioProjections });
    rounds = new RoundQueries(db.readStore, new CategoriesQueries(db.readStore));
    sheets = new SheetQueries(db.readStore, new AccountQueries(db.readStore));
    await db.append('portfolio.enterprise', 'acme', enterpriseEvents);
    const account = (id: string, divisionIds: string[], spend: number) =>
      db.append('portfolio.account', id, [register(id.toUpperCase(), { name: id.toUpperCase(), divisionIds, spend })]);
    for (const [id, division, spend] of [
      ['a', 'nord', 500],
      ['b', 'sued', 400],
      ['c', 'sued', 300],
      ['d', 'nord', 200],
    ] as const) {
      await account(id, [division], spend);
    }
    await db.append('portfolio.account', 'a', [categorised('status', '2025-01-01')]);
    await db.append('portfolio.rounds', 'acme', [
      {
        type: 'portfolio.RoundOpened',
        data: {
          roundId: 'r-1',
          name: 'Spring',
          criteriaVersion: 1,
          draft: null,
          filter: {},
          held: [
            { category: 'status', accountIds: ['a'] },
            { category: 'prospect', accountIds: ['b', 'c', 'd'] },
          ],
          dueOn: '2026-04-01',
          reason: 'A year',
        },
      },
      {
        type: 'portfolio.ScorersAssigned',
        data: {
          roundId: 'r-1',
          changes: [{ accountIds: ['a', 'b', 'c'], from: [], to: ['kim', 'lee'] }],
          spread: { perAccount: 2, byDivision: false },
        },
      },
    ]);
    await db.append('portfolio.scoring', 'a', [says('kim', 8), says('lee', 4), settles(8)]);
    await db.append('portfolio.scoring', 'b', [says('kim', 3), says('lee', 7)]);
    await db.append('portfolio.scoring', 'c', [says('kim', 8)]);
    await db.append('portfolio.rounds', 'acme', [
      { type: 'portfolio.ScorersReminded', data: { roundId: 'r-1', scorerIds: ['lee'], note: 'Please' } },
    ]);
    await db.whenCaughtUp();
  });
  afterAll(() => db.close());

  it('counts its accounts by where they stand, and says how far each scorer is', async () => {
    const round = await rounds.round(lead(), 'r-1');
    expect(round).toMatchObject({
      name: 'Spring',
      counts: { accounts: 4, unassigned: 1, scoring: 1, 'to-settle': 1, move: 1, stays: 0 },
      capacity: { capacity: 2, before: 1, proposed: 1, suggested: 1 },
      unplaced: 1,
    });
    expect(round!.scorers).toMatchObject([
      { scorerId: 'lee', accounts: 3, given: 2, remindedAt: expect.any(String) as string },
      { scorerId: 'kim', accounts: 3, given: 3, remindedAt: null },
    ]);
    expect(await rounds.round(lead(), 'r-9')).toBeUndefined();
  });

  it('finds accounts by state, by scorer and by who is waited for, page by page', async () => {
    const ids = async (query: object) => {
      const { items, next } = await rounds.accounts(lead(), 'r-1', { limit: 50, ...query });
      return [items.map(({ id }) => id).join(' '), next !== null];
    };
    expect(await ids({ state: 'move' })).toEqual(['a', false]);
    expect(await ids({ waitingFor: 'lee' })).toEqual(['c', false]);
    expect(await ids({ scorerId: 'kim' })).toEqual(['a b c', false]);
    expect(await ids({ q: 'B' })).toEqual(['b', false]);
    const first = await rounds.accounts(lead(), 'r-1', { limit: 3 });
    expect(first.total).toBe(4);
    expect(await ids({ limit: 3, cursor: first.next })).toEqual(['d', false]);
    expect(await rounds.allAccounts(lead(), 'r-1', { from: 'status' })).toMatchObject([
      { id: 'a', held: 'status', suggested: 'strategic', attractiveness: 8, givenBy: ['kim', 'lee'] },
    ]);
  });

  it('shows a division head the accounts of the division alone, against no capacity', async () => {
    const round = await rounds.round(head(), 'r-1');
    expect(round).toMatchObject({ counts: { accounts: 2, move: 1, unassigned: 1 }, capacity: { capacity: null } });
    expect((await rounds.movement(head(), 'r-1')).flows).toHaveLength(2);
  });

  it('keeps what others said from whoever has not scored, until it is settled', async () => {
    const blind = await sheets.sheet(lead(), 'c', { roundId: 'r-1' });
    expect(blind).toMatchObject({ blind: true, given: [], spread: [], givenBy: [{ scorerId: 'kim' }], own: null });
    expect(JSON.stringify(blind)).not.toContain('kim knows');
    const seen = await sheets.sheet(lead(), 'b', { roundId: 'r-1' });
    expect(seen).toMatchObject({ blind: false, given: [{ scorerId: 'kim' }, { scorerId: 'lee' }] });
    expect(seen!.spread[0]).toMatchObject({ least: 3, most: 7, wide: true });
    expect(await sheets.sheet(lead('mia'), 'c', { roundId: 'r-1' })).toMatchObject({ blind: false });
    const reader = db.context({ actor: 'bo', roles: ['board-member'] });
    expect(await sheets.sheet(reader, 'c', { roundId: 'r-1' })).toMatchObject({ blind: true, given: [] });
    expect(await sheets.sheet(reader, 'a', { roundId: 'r-1' })).toMatchObject({ settled: { suggested: 'strategic' } });
    expect(await sheets.sheet(head(), 'c', { roundId: 'r-1' })).toBeUndefined();
  });

  it('tells movement by what was accepted; what was refused stays', async () => {
    const before = await rounds.movement(lead(), 'r-1');
    expect(before.flows).toEqual([
      { from: 'prospect', to: 'prospect', accounts: 3, spend: 900, pending: 0 },
      { from: 'status', to: 'status', accounts: 1, spend: 500, pending: 0 },
    ]);
    const { recorded } = await db.append('portfolio.rounds', 'acme', [
      {
        type: 'portfolio.RoundMovesAccepted',
        data: {
          roundId: 'r-1',
          moves: [{ accountId: 'a', from: 'status', to: 'strategic', moveId: 'm-1' }],
          effectiveOn: '2026-03-01',
          reason: 'By the scores',
        },
      },
    ]);
    await db.whenCaughtUp();
    const { flows } = await rounds.movement(lead(), 'r-1');
    expect(flows).toContainEqual({ from: 'status', to: 'strategic', accounts: 1, spend: 500, pending: 0 });
    const earlier = { ...lead(), asAt: new Date(recorded.getTime() - 1) };
    expect((await rounds.movement(earlier, 'r-1')).flows).toEqual(before.flows);
    expect((await rounds.rounds(lead())).items).toMatchObject([{ id: 'r-1', counts: { accepted: 1, move: 0 } }]);
  });

  it('shows what was said of a merged account beside the survivor, in no figure of it and to nobody who is to be led by it', async () => {
    const survivor = { accountId: 'c', code: 'C', name: 'C' };
    const parts = { facts: {}, contacts: [], lines: [], cells: [], children: [] };
    for (const id of ['a', 'b']) {
      await db.append('portfolio.account', id, [
        { type: 'portfolio.AccountMerged', data: { mergeId: `m-${id}`, survivor, ...parts, reason: 'One' } } as never,
      ]);
    }
    await db.whenCaughtUp();
    const blind = await sheets.sheet(lead(), 'c', { roundId: 'r-1' });
    expect(blind!.merged).toMatchObject([
      { saidAt: { id: 'a' }, round: { name: 'Spring' }, given: [{ scorerId: 'kim' }, { scorerId: 'lee' }] },
      { saidAt: { id: 'b' }, givenBy: [{ scorerId: 'kim' }, { scorerId: 'lee' }], given: [], settled: null },
    ]);
    const seen = await sheets.sheet(lead('mia'), 'c', { roundId: 'r-1' });
    expect(seen!.merged[1]!.given).toHaveLength(2);
    expect(seen!.spread.every(({ least, most }) => least === 8 && most === 8)).toBe(true);
    expect(seen!.givenBy).toHaveLength(1);
  });

  it('gives the same rows when built anew', () => db.rebuildGivesSameRows());
});
