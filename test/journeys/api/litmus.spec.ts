import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';
const litmus = `${tenant}/litmus`;
const answers = (letter: string, given: string) =>
  Object.fromEntries(
    [...given].map((one, index) => [`${letter}${index + 1}`, { answer: { y: 'yes', n: 'no', a: 'ambivalent' }[one] }]),
  );
const taking = (letter: string, given: string, takenOn = '2025-03-01') => ({
  takenOn,
  answers: answers(letter, given),
});

describe('litmus tests over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let head: Caller;
  let ines: Caller;
  let jonas: Caller;
  let board: Caller;
  let inesId: string;
  let account: string;

  const register = async (code: string, leadId: string | null): Promise<string> => {
    const facts = { code, name: `Account ${code}`, industry: 'Steel', countries: ['SE'], spend: 1_000_000 };
    const made = await head.post(`${tenant}/accounts`, { ...facts, divisionIds: [], leadId, sponsorId: null });
    expect(made.status).toBe(201);
    const id = made.body.id as string;
    const decision = { category: 'star', effectiveOn: '2025-01-10', reason: 'It shines', decidedBy: inesId };
    const decided = await head.post(`${tenant}/accounts/${id}/categorisation`, decision);
    expect([decided.status, decided.text]).toEqual([200, expect.any(String)]);
    return id;
  };

  beforeAll(async () => {
    product = await startProduct();
    [lead, head, ines, jonas, board] = (await Promise.all(
      ['priya', 'marcus', 'ines', 'jonas', 'victor'].map((name) => product.as(name)),
    )) as [Caller, Caller, Caller, Caller, Caller];
    inesId = (await ines.get(`${tenant}/me`)).body.person.id as string;
    account = await register('L-1', inesId);
  }, 120_000);
  afterAll(() => product?.dispose());

  it('say at first that nothing has been taken', async () => {
    head.tells(lead);
    expect((await lead.get(litmus)).body).toMatchObject({
      qualification: 'undecided',
      organisation: { yes: null, standing: 'not-taken' },
      accounts: { all: 1, notTaken: 1, due: 1 },
    });
    const { body } = await lead.get(`${litmus}/organisation`);
    expect(body.organisation.questions).toHaveLength(5);
  });

  it('of the organisation are taken by the programme lead alone', async () => {
    expect((await lead.put(`${litmus}/organisation`, taking('O', 'yyyya'))).body).toMatchObject({ changed: true });
    expect((await lead.get(litmus)).body.organisation).toMatchObject({
      yes: 4,
      standing: 'passes',
      takenOn: '2025-03-01',
    });
    for (const caller of [head, ines, board]) {
      expect((await caller.put(`${litmus}/organisation`, taking('O', 'yyyyy'))).status).toBe(403);
    }
  });

  it('of an account are taken by the manager who leads it, answers beside the record', async () => {
    expect((await ines.put(`${litmus}/accounts/${account}/manager`, taking('M', 'yyyyn'))).status).toBe(200);
    expect((await ines.put(`${litmus}/accounts/${account}/customer`, taking('C', 'yyynna'))).status).toBe(200);
    const { body } = await ines.get(`${litmus}/accounts/${account}`);
    expect(body.manager).toMatchObject({ yes: 4, standing: 'passes', differences: 1, gate: 4 });
    expect(body.manager.questions[1].record).toEqual({
      says: 'no',
      sentence: 'The account has no plan.',
      see: 'plan',
      verdict: 'contradicts',
    });
    expect(body.customer).toMatchObject({ yes: 3, gate: null });
    const refused = await jonas.put(`${litmus}/accounts/${account}/manager`, taking('M', 'yyyyy'));
    expect(refused.status).toBe(403);
    expect(refused.body.title).toContain('the manager who leads it');
  });

  it('see a team and a director on the Board as soon as they are recorded', async () => {
    const before = (await ines.get(`${litmus}/accounts/${account}`)).body.manager.questions;
    expect([before[0].record.says, before[2].record.says]).toEqual(['nothing', 'nothing']);
    const contact = await ines.post(`${tenant}/accounts/${account}/contacts`, {
      ...{ name: 'Karin Holm', function: 'Finance', level: 'middle', knownBy: [inesId] },
      purpose: 'Business with the customer',
    });
    expect(contact.status).toBe(201);
    const { questions } = (await ines.get(`${litmus}/accounts/${account}`)).body.manager;
    expect(questions[2].record).toMatchObject({ says: 'no', verdict: 'contradicts' });
  });

  it('are corrected for the same day with a reason, and the same answers change nothing', async () => {
    const path = `${litmus}/accounts/${account}/manager`;
    expect((await ines.put(path, taking('M', 'yyyyn'))).body.changed).toBe(false);
    const refused = await ines.put(path, taking('M', 'yyynn'));
    expect([refused.status, refused.body.title]).toEqual([
      422,
      'reason: the test has been taken on 2025-03-01 already; say why its answers change.',
    ]);
    expect((await ines.put(path, { ...taking('M', 'yyynn'), reason: 'Asked the customer' })).status).toBe(200);
    const { manager } = (await ines.get(`${litmus}/accounts/${account}`)).body;
    expect(manager).toMatchObject({ yes: 3, standing: 'one-short' });
    expect(manager.takings).toMatchObject([{ corrections: 1, reason: 'Asked the customer' }]);
  });

  it('are refused with one sentence for what is missing, unknown or ahead', async () => {
    const path = `${litmus}/accounts/${account}/manager`;
    const said = async (body: object) => (await ines.put(path, body)).body.title as string;
    expect(await said(taking('M', 'yyyy'))).toBe('answers: every question needs an answer; M5 has none.');
    expect(await said(taking('M', 'yyyyyy'))).toBe('answers: the test does not ask M6.');
    expect(await said(taking('M', 'yyyyy', '2999-01-01'))).toContain('a day that has not come');
    expect((await ines.put(path, { takenOn: 'soon', answers: {} })).status).toBe(400);
    expect((await head.put(`${litmus}/accounts/nobody/manager`, taking('M', 'yyyyy'))).status).toBe(404);
  });

  it('need a manager to be the manager’s, not to be the customer’s', async () => {
    const unled = await register('L-2', null);
    expect((await head.put(`${litmus}/accounts/${unled}/manager`, taking('M', 'yyyyy'))).status).toBe(422);
    expect((await head.put(`${litmus}/accounts/${unled}/customer`, taking('C', 'yyyyyy'))).status).toBe(200);
  });

  it('tell who qualifies: accounts, managers, as CSV, and as at a past moment', async () => {
    const past = new Date().toISOString();
    await ines.put(`${litmus}/accounts/${account}/manager`, taking('M', 'yyyyy', '2025-06-01'));
    const { items, total } = (await ines.get(`${litmus}/accounts?leadId=${inesId}`)).body;
    expect(total).toBe(1);
    expect(items).toMatchObject([
      { code: 'L-1', standing: 'passes', manager: { yes: 5, takenOn: '2025-06-01' }, due: true },
    ]);
    expect((await ines.get(`${litmus}/managers`)).body.items).toMatchObject([
      { personId: inesId, mean: 5, standing: 'passes', answered: 1, unanswered: 0 },
    ]);
    expect((await ines.get(`${litmus}/managers/${inesId}`)).body.accounts).toHaveLength(1);
    const then = async () => (await ines.get(`${litmus}/managers?asAt=${past}`)).body.items;
    // A moment of the last second reads as now.
    while (Date.now() < Date.parse(past) + 1_100) await then();
    expect(await then()).toMatchObject([{ mean: 3, standing: 'one-short' }]);
    const csv = await ines.get(`${litmus}/accounts/export?standing=passes`);
    expect(csv.text.split('\n')[1]).toContain('L-1,Account L-1,Star');
    expect((await ines.get(`${litmus}/managers/export`)).text).toContain('Mean of yes');
    expect((await ines.get(`${litmus}/accounts?cursor=nonsense`)).status).toBe(400);
  });

  it('keep every answer in the history, readable by whoever reads the test', async () => {
    ines.tells(board);
    const { manager } = (await board.get(`${litmus}/accounts/${account}`)).body;
    const { items } = (await board.get(`${tenant}/history/of/litmus/${manager.id as string}`)).body;
    expect(items.map(({ kind, why }: { kind: string; why: string | null }) => [kind, why])).toEqual([
      ['litmus-test', null],
      ['litmus-test', 'Asked the customer'],
      ['litmus-test', null],
    ]);
    expect(items[1]).toMatchObject({
      subject: { title: 'Litmus test of the manager of Account L-1' },
      detail: 'manager',
      before: { takenOn: '2025-03-01', 'M4 Understands, says the customer': 'yes' },
      after: { takenOn: '2025-03-01', 'M4 Understands, says the customer': 'no' },
    });
  });
});
