import { type ReadModelHarness, readModelHarness } from '@mainstay/testing';
import { accountRegister } from '../account/account-register/account-register.projection';
import { enterpriseSettings } from '../enterprise/enterprise-settings/enterprise-settings.projection';
import { enterpriseEvents, register } from '../testing/portfolio';
import { accountKnowledge } from './knowledge.projection';
import { KnowledgeQueries } from './knowledge.queries';

describe('what is known of a customer', () => {
  let db: ReadModelHarness;
  let queries: KnowledgeQueries;
  let firstWritten: Date;

  const read = async (over: Parameters<ReadModelHarness['context']>[0] = {}, accountId = 'a-1') => {
    await db.whenCaughtUp();
    return queries.ofAccount(db.context(over), accountId);
  };
  const facts = { topic: 'strategy', title: 'Where they go', text: 'Into coatings.', source: '', document: null };
  const document = { name: 'report.pdf', mediaType: 'application/pdf', size: 3, sha256: 'abc' };

  beforeAll(async () => {
    db = await readModelHarness({ projections: [enterpriseSettings, accountRegister, accountKnowledge] });
    queries = new KnowledgeQueries(db.readStore);
    await db.append('portfolio.enterprise', 'acme', enterpriseEvents);
    await db.append('portfolio.account', 'a-1', [register('A-1', { divisionIds: ['nord'] })]);
    await db.append('portfolio.account', 'a-2', [register('A-2', { divisionIds: ['sued'] })]);
    const written = { type: 'portfolio.NoteWritten', data: { accountId: 'a-1', ...facts } };
    firstWritten = (await db.append('portfolio.note', 'n-1', [written])).recorded;
    const to = { ...facts, text: 'Out of coatings.', document };
    await db.append('portfolio.note', 'n-1', [
      {
        type: 'portfolio.NoteRevised',
        data: { accountId: 'a-1', revision: 2, from: facts, to, reason: 'They said so' },
      },
    ]);
    await db.append('portfolio.note', 'n-2', [{ type: 'portfolio.NoteWritten', data: { accountId: 'a-2', ...facts } }]);
  });
  afterAll(() => db.close());

  it('is that of the account alone, the note as it reads now', async () => {
    const { notes } = await read();
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatchObject({ noteId: 'n-1', text: 'Out of coatings.', revision: 2, document });
  });

  it('reads as at before as it did, and every revision stays readable', async () => {
    expect((await read({ asAt: firstWritten })).notes[0]).toMatchObject({ text: 'Into coatings.', revision: 1 });
    const revisions = await queries.revisions(db.context({}), 'a-1', 'n-1');
    expect(revisions.map(({ revision, text, reason }) => [revision, text, reason])).toEqual([
      [2, 'Out of coatings.', 'They said so'],
      [1, 'Into coatings.', ''],
    ]);
  });

  it('tells when a note was withdrawn and that it was brought back', async () => {
    await db.append('portfolio.note', 'n-1', [
      { type: 'portfolio.NoteWithdrawn', data: { accountId: 'a-1', reason: 'Old' } },
    ]);
    expect((await read()).notes[0]!.withdrawnAt).not.toBeNull();
    await db.append('portfolio.note', 'n-1', [
      { type: 'portfolio.NoteRestored', data: { accountId: 'a-1', reason: '' } },
    ]);
    expect((await read()).notes[0]!.withdrawnAt).toBeNull();
  });

  it('shows competitors as they stand now', async () => {
    const rival = { position: 'second', share: 20, strengths: '', weaknesses: '', answer: '', asOf: '2026-01-01' };
    await db.append('portfolio.competitor', 'k-1', [
      { type: 'portfolio.CompetitorPlaced', data: { accountId: 'a-1', name: 'Nordkem', ...rival } },
      {
        type: 'portfolio.CompetitorReassessed',
        data: { accountId: 'a-1', from: { share: 20 }, to: { share: 35 }, reason: 'Tender' },
      },
    ]);
    expect((await read()).competitors).toMatchObject([{ name: 'Nordkem', position: 'second', share: 35 }]);
  });

  it('shows ideas, the latest first, with what became of them', async () => {
    const told = { accountId: 'a-1', description: '', pitchedBy: 'ines', contactIds: [], value: null };
    await db.append('portfolio.idea', 'i-1', [
      { type: 'portfolio.IdeaPitched', data: { ...told, title: 'Early', pitchedOn: '2025-05-01' } },
      {
        type: 'portfolio.IdeaAnswered',
        data: { accountId: 'a-1', from: 'open', to: 'declined', on: '2025-06-01', note: 'Too dear' },
      },
      {
        type: 'portfolio.IdeaChanged',
        data: { accountId: 'a-1', from: { value: null }, to: { value: 9_000 }, reason: '' },
      },
    ]);
    await db.append('portfolio.idea', 'i-2', [
      { type: 'portfolio.IdeaPitched', data: { ...told, title: 'Late', pitchedOn: '2025-09-01' } },
    ]);
    expect((await read()).ideas).toMatchObject([
      { title: 'Late', outcome: 'open', answeredOn: null },
      { title: 'Early', outcome: 'declined', answeredOn: '2025-06-01', answerNote: 'Too dear', value: 9_000 },
    ]);
  });

  it('shows alignment reviews as corrected', async () => {
    const none = { ours: null, theirs: null };
    const scores = {
      goals: { ours: 8, theirs: 5 },
      value: none,
      delivery: none,
      people: none,
      innovation: none,
      trust: none,
    };
    const held = {
      accountId: 'a-1',
      heldOn: '2026-01-10',
      people: ['ines'],
      contactIds: [],
      scores,
      note: '',
      nextOn: null,
    };
    await db.append('portfolio.alignment-review', 'r-1', [
      { type: 'portfolio.AlignmentReviewed', data: held },
      {
        type: 'portfolio.AlignmentReviewCorrected',
        data: { accountId: 'a-1', from: { nextOn: null }, to: { nextOn: '2026-07-10' }, reason: 'Forgotten' },
      },
    ]);
    expect((await read()).reviews).toMatchObject([{ heldOn: '2026-01-10', nextOn: '2026-07-10', scores }]);
  });

  it('of accounts merged into it is part of it while they are', async () => {
    const merged = (type: string, data: object) => db.append('portfolio.account', 'a-2', [{ type, data } as never]);
    expect((await read()).notes).toHaveLength(1);
    const survivor = { accountId: 'a-1', code: 'A-1', name: 'A-1' };
    const merge = { mergeId: 'm-1', survivor, facts: {}, contacts: [], lines: [], cells: [], children: [], reason: '' };
    await merged('portfolio.AccountMerged', merge);
    expect((await read()).notes.map(({ noteId }) => noteId).sort()).toEqual(['n-1', 'n-2']);
  });

  it('is hidden from whom the account is hidden, as another tenant’s is', async () => {
    const dora = { actor: 'dora', roles: ['division-head'] as const };
    await expect(read(dora, 'a-1')).resolves.toMatchObject({ competitors: [{ name: 'Nordkem' }] });
    await expect(read({ ...dora, actor: 'somebody' }, 'a-1')).rejects.toThrow('account');
    await expect(read({ tenant: 'other' }, 'a-1')).rejects.toThrow('account');
    await expect(queries.revisions(db.context({}), 'a-1', 'n-0')).rejects.toThrow('note');
  });

  it('gives the same rows when built anew', () => db.rebuildGivesSameRows());
});
