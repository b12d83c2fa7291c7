import type { RequestContext } from '@mainstay/event-sourcing';
import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import fc from 'fast-check';
import type { AccountDetails, AccountEvent } from '../account/account.events';
import { details } from '../account/account.fixtures';
import { accountRegister } from '../account/account-register/account-register.projection';
import { accountTable } from '../account/account-register/account-register.tables';
import { ParentGuard } from '../account/parent-guard';
import { contactRegister, contactTable } from '../contact/contact.projection';
import { unsaid } from '../contact/contact';
import {
  relationshipLevelTable,
  relationshipRegister,
  reportingLineTable,
  walletShareTable,
  whiteSpaceTable,
} from '../relationship/relationships.projection';
import { roundRegister, scoringTable } from '../round/round.projection';
import { mergedScorings } from '../scoring/said';
import { register, score } from '../testing/portfolio';
import { mergeableFacts } from './merge';
import { HELD_LEVELS } from './merged-accounts';
import { MergeQueries } from './merge.queries';
import { mergeBody } from './merge.views';
import { Merger } from './merger';

const text = fc.constantFrom('', 'Food', 'Oil', 'Water');
const some = (...of: string[]) => fc.uniqueArray(fc.constantFrom(...of), { maxLength: 3 }).map((list) => list.sort());
const orNull = (arbitrary: fc.Arbitrary<string>) => fc.option(arbitrary, { nil: null });
const facts: fc.Arbitrary<AccountDetails> = fc.record({
  name: fc.constantFrom('Alder Foods', 'Birch Oil', 'Cedar'),
  industry: text,
  countries: some('DE', 'FR', 'SE'),
  divisionIds: some('d1', 'd2', 'd3'),
  leadId: orNull(fc.constantFrom('kim', 'mei')),
  sponsorId: orNull(fc.constantFrom('sam', 'ann')),
  spend: fc.integer({ min: 0, max: 9 }),
  potential: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
  sites: some('Oslo', 'Lyon'),
  crmId: orNull(fc.constantFrom('C-1', 'C-2')),
  duns: orNull(fc.constantFrom('123456789')),
  vat: orNull(fc.constantFrom('DE123')),
});
const side = fc.record({
  facts,
  scored: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }),
  contacts: fc.integer({ min: 0, max: 3 }),
  cells: some('d1 o1', 'd1 o2', 'd2 o1'),
  levels: some('2024-01-01', '2024-06-01', '2025-01-01', '2025-06-01'),
  wallets: some('2024-01-01', '2024-06-01', '2025-01-01'),
  scorers: some('kim', 'mei'),
});
const world = fc.record({
  one: side,
  other: side,
  child: fc.boolean(),
  keep: fc.dictionary(fc.constantFrom(...mergeableFacts), fc.constantFrom('survivor', 'merged', 'both'), {
    maxKeys: mergeableFacts.length,
  }),
  scores: fc.constantFrom('survivor', 'merged'),
});

describe('merge, then unmerge', () => {
  let db: ReadModelHarness;
  let merger: Merger;
  beforeAll(async () => {
    db = await readModelHarness({
      projections: [accountRegister, contactRegister, relationshipRegister, roundRegister],
    });
    const queries = new MergeQueries(db.readStore);
    merger = new Merger(db.commands, queries, new ParentGuard(db.commands));
  });
  afterAll(() => db.close());

  const settle = async (
    id: string,
    { facts, scored, contacts, cells, levels, wallets, scorers }: typeof side extends fc.Arbitrary<infer S> ? S : never,
  ) => {
    await db.append('portfolio.account', id, [
      register(id.toUpperCase(), facts),
      ...(scored === null ? [] : [score(scored, scored)]),
    ]);
    const none = { jobTitle: null, email: null, phone: null, function: '', purpose: 'Sales', keepUntil: null };
    for (let n = 0; n < contacts; n++) {
      const contactId = `${id}-p${n}`;
      await db.append('portfolio.contact', contactId, [
        {
          type: 'portfolio.ContactAdded',
          data: { accountId: id, name: { enc: contactId }, ...none, level: 'middle', knownBy: ['kim'] },
        },
        {
          type: 'portfolio.RelationshipSet',
          data: { accountId: id, personId: 'kim', from: unsaid, to: { ...unsaid, stance: 'champion' }, reason: '' },
        },
      ]);
      if (n === 0) continue;
      await db.append('portfolio.relationships', id, [
        { type: 'portfolio.ReportingLineSet', data: { contactId, from: null, to: `${id}-p0`, reason: '' } },
      ]);
    }
    for (const [n, effectiveOn] of levels.entries()) {
      const to = n % 2 === 0 ? 'commodity' : 'partner';
      await db.append('portfolio.relationships', id, [
        { type: 'portfolio.RelationshipLevelSet', data: { from: null, to, effectiveOn, reason: 'Seen' } },
      ]);
    }
    for (const on of wallets) {
      await db.append('portfolio.relationships', id, [
        {
          type: 'portfolio.WalletShareRecorded',
          data: { on, from: null, to: { ours: 1, total: 4, source: '' }, reason: '' },
        },
      ]);
    }
    for (const scorerId of scorers) {
      const { data } = score(3, 7) as Extract<AccountEvent, { type: 'portfolio.AccountScored' }>;
      const { scores, attractiveness, standing, suggested } = data;
      const said = { scores, attractiveness, standing, suggested, notes: {}, fed: {}, from: null };
      await db.append('portfolio.scoring', id, [
        {
          type: 'portfolio.ScoresGiven',
          data: { occasion: 'criteria-1', roundId: null, criteriaVersion: 1, scorerId, ...said },
        },
      ]);
    }
    for (const cell of cells) {
      const [divisionId, offeringId] = cell.split(' ') as [string, string];
      await db.append('portfolio.relationships', id, [
        { type: 'portfolio.WhiteSpaceMarked', data: { divisionId, offeringId, from: null, to: 'bought', reason: '' } },
      ]);
    }
  };

  /** What the registers say of these accounts; versions count what happened, so they alone may differ. */
  const rows = (context: RequestContext, ids: readonly string[]) =>
    db.read(async (manager) => {
      const plain = (found: object[]) =>
        found.map((row) => ({ ...row, version: undefined, recorded: undefined })).sort((a, b) => order(a) - order(b));
      const order = (row: object) =>
        [...JSON.stringify(row)].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
      const mine = <Row extends { accountId: string }>(found: Row[]) =>
        found.filter(({ accountId }) => ids.includes(accountId));
      return {
        accounts: plain(mine(await manager.find(accountTable.entity))),
        contacts: plain(mine(await manager.find(contactTable.entity))),
        lines: plain(
          mine(await manager.find(reportingLineTable.entity)).filter((row) => 'reportsTo' in row && row.reportsTo),
        ),
        cells: plain(mine(await manager.find(whiteSpaceTable.entity)).filter((row) => 'state' in row && row.state)),
        levels: plain(mine(await manager.find(relationshipLevelTable.entity))),
        wallets: plain(mine(await manager.find(walletShareTable.entity))),
        scorings: plain(mine(await manager.find(scoringTable.entity))),
        held: mine(
          await manager.query<{ accountId: string; day: string }[]>(
            `select account_id as "accountId", effective_on::text as day from ${HELD_LEVELS} held order by 1, 2`,
          ),
        ),
        readWith: await mergedScorings(manager, ids[1]!, false),
      };
    }, context);

  it('leaves the registers as they were, whatever was chosen, and counts the customer once between', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(world, async ({ one, other, child, keep, scores }) => {
        const [a, b, c] = ['a', 'b', 'c'].map((letter) => `${letter}${++run}`) as [string, string, string];
        await settle(a, one);
        await settle(b, other);
        if (child) await db.append('portfolio.account', c, [register(c.toUpperCase(), { ...details, parentId: a })]);
        const context = db.context();
        const before = await rows(context, [a, b, c]);
        const body = mergeBody.parse({ into: b, keep, scores, reason: 'One customer' });
        await merger.merge(context, a, body);
        const between = await rows(context, [a, b, c]);
        const inUse = between.accounts.filter((row) => 'archivedAt' in row && row.archivedAt === null);
        expect(inUse).toHaveLength(child ? 2 : 1);
        expect(between.contacts.every((row) => 'accountId' in row && row.accountId === b)).toBe(true);
        for (const said of ['levels', 'wallets', 'scorings'] as const) expect(between[said]).toEqual(before[said]);
        const since = other.levels[0] ?? '9999-12-31';
        const held = [...one.levels.filter((day) => day < since), ...other.levels];
        expect(between.held.filter(({ accountId }) => accountId === b).map(({ day }) => day)).toEqual(held);
        expect(between.readWith.flatMap(({ given }) => given.map(({ scorerId }) => scorerId)).sort()).toEqual(
          one.scorers,
        );
        await merger.unmerge(context, a, 'Two after all');
        expect(await rows(context, [a, b, c])).toEqual(before);
      }),
      { numRuns: 25 },
    );
    await db.rebuildGivesSameRows();
  }, 120_000);
});
