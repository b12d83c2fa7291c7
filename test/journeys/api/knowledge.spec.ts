import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

describe('what is known of a customer', () => {
  let product: ProductUnderTest;
  let marcus: Caller;
  let victor: Caller;
  let account: string;
  let contact: string;

  const said = (answer: { status: number; text: string }) => {
    expect(answer.text).toMatch(/^\{/);
    expect(answer.status).toBeLessThan(300);
  };
  const knowledge = async (as = marcus) => (await as.get(`${account}/knowledge`)).body;

  const fetched = async (path: string) => {
    const headers = { authorization: `Bearer ${victor.token}` };
    return (await fetch(`${product.url}/api/${path}`, { headers })).text();
  };

  beforeAll(async () => {
    product = await startProduct();
    marcus = await product.as('marcus');
    victor = await product.as('victor');
    const registered = await marcus.post('t/aldermoor/accounts', {
      code: 'KB-1',
      name: 'Norrland',
      industry: 'Food',
      countries: ['SE'],
      divisionIds: [],
      leadId: null,
      sponsorId: null,
      spend: 100,
    });
    said(registered);
    account = `t/aldermoor/accounts/${String(registered.body.id)}`;
    const added = await marcus.post(`${account}/contacts`, {
      name: 'Greta',
      level: 'board',
      purpose: 'Running the account',
    });
    said(added);
    contact = String(added.body.id);
  }, 120_000);
  afterAll(() => product.dispose());

  it('keeps a note with each of its revisions, and what it said at any moment', async () => {
    const note = await marcus.post(`${account}/notes`, {
      topic: 'strategy',
      title: 'Their way',
      text: 'Into coatings.',
    });
    said(note);
    const path = `${account}/notes/${String(note.body.id)}`;
    said(await marcus.patch(path, { text: 'Out of coatings.', reason: 'They said so' }));
    const { notes } = await knowledge();
    expect(notes).toMatchObject([{ title: 'Their way', text: 'Out of coatings.', revision: 2 }]);
    marcus.tells(victor);
    const { body } = await victor.get(`${path}/revisions`);
    expect(body.items).toMatchObject([
      { revision: 2, reason: 'They said so' },
      { revision: 1, text: 'Into coatings.' },
    ]);
    const refused = await marcus.patch(path, { text: '' });
    expect([refused.status, refused.body.title]).toEqual([422, 'text: write something, or attach a document.']);
    said(await marcus.post(`${path}/withdrawal`, { reason: 'Outdated' }));
    expect((await marcus.patch(path, { title: 'Other' })).status).toBe(422);
    said(await marcus.post(`${path}/restoration`, {}));
  });

  it('gives back a document as it was sent, and the one before it was replaced', async () => {
    const send = (to: string, text: string) => marcus.upload(to, Buffer.from(text));
    const added = await send(`${account}/notes/documents?name=report.txt&topic=research`, 'first');
    said(added);
    const path = `${account}/notes/${String(added.body.id)}`;
    said(await send(`${path}/document?name=report-2.txt&reason=New%20year`, 'second'));
    expect((await marcus.get(`${path}/revisions`)).body.items).toHaveLength(2);
    expect(await fetched(`${path}/revisions/2/document`)).toBe('second');
    expect(await fetched(`${path}/revisions/1/document`)).toBe('first');
    expect((await victor.get(`${path}/revisions/3/document`)).status).toBe(404);
  });

  it('says how a competitor stands, once a competitor', async () => {
    const rival = { name: 'Castellan', position: 'second', share: 20, asOf: '2026-01-10' };
    const placed = await marcus.post(`${account}/competitors`, rival);
    said(placed);
    const again = await marcus.post(`${account}/competitors`, { ...rival, name: 'CASTELLAN', position: 'main' });
    expect(again.status).toBe(409);
    const path = `${account}/competitors/${String(placed.body.id)}`;
    said(await marcus.patch(path, { position: 'main', asOf: '2026-02-10', reason: 'Won the tender' }));
    expect((await knowledge()).competitors).toMatchObject([{ name: 'Castellan', position: 'main', share: 20 }]);
    expect((await marcus.patch(path, { share: 120 })).status).toBe(400);
  });

  it('records an idea, who heard it, and what became of it', async () => {
    const me = (await marcus.get('me')).body.id;
    const idea = { title: 'Consignment', pitchedOn: '2026-01-10', pitchedBy: me, contactIds: [contact], value: 5_000 };
    const stranger = await marcus.post(`${account}/ideas`, { ...idea, contactIds: ['somebody'] });
    expect([stranger.status, stranger.body.title]).toEqual([422, 'contactIds: must be contacts of this account.']);
    const pitched = await marcus.post(`${account}/ideas`, idea);
    said(pitched);
    const path = `${account}/ideas/${String(pitched.body.id)}`;
    expect((await marcus.put(`${path}/outcome`, { outcome: 'declined', on: '2026-02-01' })).status).toBe(422);
    said(await marcus.put(`${path}/outcome`, { outcome: 'trial', on: '2026-02-01', note: 'One line' }));
    said(await marcus.patch(path, { value: 6_000, reason: 'New quote' }));
    expect((await knowledge()).ideas).toMatchObject([{ outcome: 'trial', value: 6_000, answerNote: 'One line' }]);
  });

  it('records what both sides say of their alignment, and corrects it', async () => {
    const none = { ours: null, theirs: null };
    const scores = {
      goals: { ours: 8, theirs: 5 },
      value: none,
      delivery: none,
      people: none,
      innovation: none,
      trust: none,
    };
    const review = { heldOn: '2026-01-20', people: [], contactIds: [contact], scores, nextOn: '2026-07-20' };
    const oneSided = { ...scores, goals: { ours: 8, theirs: null } };
    expect((await marcus.post(`${account}/alignment-reviews`, { ...review, scores: oneSided })).status).toBe(422);
    const held = await marcus.post(`${account}/alignment-reviews`, review);
    said(held);
    const path = `${account}/alignment-reviews/${String(held.body.id)}`;
    said(await marcus.patch(path, { note: 'Meet monthly', reason: 'Forgotten' }));
    expect((await knowledge()).reviews).toMatchObject([{ note: 'Meet monthly', nextOn: '2026-07-20', scores }]);
  });

  it('is read by the Board, which cannot add to it, and stands in the history of the account', async () => {
    marcus.tells(victor);
    expect((await knowledge(victor)).ideas).toHaveLength(1);
    const refused = await victor.post(`${account}/notes`, { topic: 'other', title: 'No', text: 'No' });
    expect(refused.status).toBe(403);
    const id = account.slice(account.lastIndexOf('/') + 1);
    const { body } = await victor.get(`t/aldermoor/history?accountId=${id}&kind=idea,competitor,alignment-review,note`);
    expect(body.items.length).toBeGreaterThanOrEqual(12);
    expect(body.items[0]).toMatchObject({ kind: 'alignment-review', why: 'Forgotten' });
  });
});
