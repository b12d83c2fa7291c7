import { organisationAssessmentCatalogue } from '@mainstay/assessment';
import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';
const opening = { scope: { kind: 'programme' }, title: 'How ready are we?', assessedOn: '2025-03-01' };

describe('the organisation assessment over HTTP', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let amara: Caller;
  let ruth: Caller;
  let board: Caller;
  let manager: Caller;
  let assessors: string[];
  let assessment: string;

  const open = async (body: object = {}): Promise<string> => {
    const opened = await lead.post(`${tenant}/organisation-assessments`, {
      ...opening,
      assessorIds: assessors,
      ...body,
    });
    expect(opened.status).toBe(201);
    return `${tenant}/organisation-assessments/${opened.body.id as string}`;
  };
  const idOf = (address: string) => address.split('/').at(-1)!;
  const cellOf = async (cell: string, caller = lead) => {
    const { cells } = (await caller.get(assessment)).body.standing as { cells: { cell: string }[] };
    return cells.find((one) => one.cell === cell);
  };

  beforeAll(async () => {
    product = await startProduct();
    [lead, amara, ruth, board, manager] = await Promise.all([
      product.as('priya'),
      product.as('amara'),
      product.as('ruth'),
      product.as('victor'),
      product.as('ines'),
    ]);
    assessors = await Promise.all(
      [amara, ruth].map(async (caller) => (await caller.get(`${tenant}/me`)).body.person.id as string),
    );
    assessment = await open();
  }, 120_000);
  afterAll(() => product?.dispose());

  it('asks about 45 cells with four descriptors each, for anyone to read', async () => {
    const response = await fetch(`${product.url}/api/catalogues/organisation-assessment/1`);
    const { elements } = (await response.json()) as { elements: { cells: { descriptors: string[] }[] }[] };
    expect(elements.flatMap(({ cells }) => cells).flatMap(({ descriptors }) => descriptors)).toHaveLength(180);
    for (const version of ['2', '0', 'one']) {
      expect((await fetch(`${product.url}/api/catalogues/organisation-assessment/${version}`)).status).toBe(404);
    }
  });

  it('is opened by the lead alone, for the programme or a division that exists', async () => {
    const address = `${tenant}/organisation-assessments`;
    expect((await amara.post(address, opening)).status).toBe(403);
    const nowhere = { ...opening, scope: { kind: 'division', divisionId: 'no-such-division' } };
    expect((await lead.post(address, nowhere)).body.code).toBe('organisation.division-unknown');
    expect((await lead.post(address, { ...opening, assessedOn: 'spring' })).status).toBe(400);
    const key = { 'idempotency-key': 'open-the-assessment-once' };
    const once = await lead.post(address, { ...opening, title: 'Once' }, key);
    expect((await lead.post(address, { ...opening, title: 'Once' }, key)).body.id).toBe(once.body.id);
  });

  it('is answered by each assessor for himself or herself; the median is provisional', async () => {
    const answer = `${assessment}/answers/A-kam-unit`;
    expect((await amara.put(answer, { score: 2, evidence: 'Portfolio review' })).status).toBe(200);
    expect((await ruth.put(answer, { score: 1, note: 'Not in the south' })).status).toBe(200);
    expect(await cellOf('A-kam-unit', ruth)).toMatchObject({
      distribution: [0, 1, 1, 0],
      agreement: 'differ',
      median: 1,
      score: 1,
      settled: null,
      target: { score: 2, descriptor: organisationAssessmentCatalogue.cell('A-kam-unit')!.descriptors[2] },
    });
    expect((await lead.put(answer, { score: 3 })).body.code).toBe('organisation.not-assigned');
    expect((await board.put(answer, { score: 3 })).status).toBe(403);
    expect((await amara.put(answer, { score: 4 })).status).toBe(400);
    expect((await amara.put(`${assessment}/answers/J-kam-unit`, { score: 1 })).status).toBe(404);
  });

  it('takes a correction with a reason only', async () => {
    const answer = `${assessment}/answers/A-kam-team`;
    await amara.put(answer, { score: 2 });
    expect((await amara.put(answer, { score: 1 })).body.code).toBe('organisation.reason-missing');
    expect((await amara.put(answer, { score: 1, reason: 'Met the team' })).status).toBe(200);
    const again = await amara.put(answer, { score: 1 });
    expect(again.body.changed).toBe(false);
  });

  it('tells who said what to those who assess, lead or oversee, and to nobody else', async () => {
    const names = async (caller: Caller) =>
      ((await cellOf('A-kam-unit', caller)) as unknown as { answers: { assessorId: string | null }[] }).answers.map(
        ({ assessorId }) => assessorId,
      );
    expect((await names(ruth)).sort()).toEqual([...assessors].sort());
    expect(await names(board)).toHaveLength(2);
    expect(await names(manager)).toEqual([null, null]);
    const history = `${tenant}/history/of/organisation-assessment/${idOf(assessment)}`;
    expect((await manager.get(history)).status).toBe(403);
    const { items } = (await board.get(history)).body as { items: { kind: string; detailTitle: string }[] };
    expect(items.map(({ kind }) => kind)).toContain('organisation-answer');
    expect(items.map(({ detailTitle }) => detailTitle)).toContain('A Strategy, KAM unit');
  });

  it('is settled by the lead: alone with a reason, together where all agree', async () => {
    const settled = `${assessment}/settled/A-kam-unit`;
    expect((await lead.put(settled, { score: 2 })).body.code).toBe('organisation.settling-reason-missing');
    expect((await amara.put(settled, { score: 2, reason: 'So' })).status).toBe(403);
    expect((await lead.put(settled, { score: 2, reason: 'All divisions but one' })).status).toBe(200);
    expect(await cellOf('A-kam-unit')).toMatchObject({ score: 2, settled: { reason: 'All divisions but one' } });
    for (const { id } of organisationAssessmentCatalogue.cells.filter(({ id }) => id !== 'A-kam-unit')) {
      const reason = 'Read again';
      expect((await amara.put(`${assessment}/answers/${id}`, { score: 1, reason })).status).toBe(200);
      expect((await ruth.put(`${assessment}/answers/${id}`, { score: 1 })).status).toBe(200);
    }
    expect((await lead.post(`${assessment}/settle-agreed`, {})).status).toBe(200);
    const { body } = await lead.get(assessment);
    expect(body).toMatchObject({
      status: 'settled',
      score: 46,
      maximum: 135,
      band: 'ready',
      next: { band: 'transition', points: 19 },
      progress: { cells: 45, answered: 45, settled: 45 },
      standing: { agreement: { compared: 45, agreed: 44 } },
    });
  });

  it('keeps element E in the maximum when it is marked as not transnational, and takes the mark back', async () => {
    const mark = `${assessment}/transnational`;
    expect((await lead.put(mark, { transnational: false })).status).toBe(400);
    expect((await lead.put(mark, { transnational: false, reason: 'One country' })).status).toBe(200);
    expect((await lead.get(assessment)).body).toMatchObject({ transnational: false, maximum: 135, score: 46 });
    expect((await lead.put(mark, { transnational: true, reason: 'A first customer abroad' })).status).toBe(200);
  });

  it('is pinned by the sign-off until it is reopened with a reason', async () => {
    const unfinished = await open({ title: 'Unfinished' });
    expect((await lead.post(`${unfinished}/sign-off`, {})).body.code).toBe('organisation.not-settled');
    expect((await lead.post(`${assessment}/sign-off`, { note: 'Seen by the Board' })).status).toBe(200);
    expect((await lead.get(assessment)).body).toMatchObject({ status: 'signed-off', signOffNote: 'Seen by the Board' });
    const late = { score: 3, reason: 'Late evidence' };
    expect((await amara.put(`${assessment}/answers/A-kam-unit`, late)).body.code).toBe('organisation.signed-off');
    expect((await lead.put(`${assessment}/settled/A-kam-unit`, late)).body.code).toBe('organisation.signed-off');
    expect((await lead.post(`${assessment}/reopen`, {})).status).toBe(400);
    expect((await lead.post(`${assessment}/reopen`, { reason: 'Late evidence' })).status).toBe(200);
    expect((await lead.put(`${assessment}/settled/A-kam-unit`, late)).status).toBe(200);
  });

  it('shows what moved between two assessments, both ways, and nothing against itself', async () => {
    const later = await open({ title: 'One year on', assessedOn: '2026-03-01' });
    await amara.put(`${later}/answers/B-kam-unit`, { score: 3, evidence: 'Reports to the Board' });
    const compare = async (from: string, to: string) =>
      (await amara.get(`${tenant}/organisation-assessments/compare?from=${idOf(from)}&to=${idOf(to)}`)).body;
    const there = await compare(assessment, later);
    expect(there.score).toMatchObject({ from: 47, to: 3, change: -44 });
    expect(there.moved.find(({ cell }: { cell: string }) => cell === 'B-kam-unit')).toMatchObject({
      change: 2,
      from: { score: 1 },
      to: { score: 3, answers: [{ evidence: 'Reports to the Board' }] },
    });
    expect((await compare(later, assessment)).score.change).toBe(44);
    expect((await compare(later, later)).moved).toEqual([]);
    const missing = `${tenant}/organisation-assessments/compare?from=nothing&to=${idOf(later)}`;
    expect((await amara.get(missing)).status).toBe(404);
  });

  it('is listed, narrowed and downloaded as CSV and XLSX', async () => {
    const list = `${tenant}/organisation-assessments`;
    const { items } = (await board.get(`${list}?q=one%20year`)).body as { items: { title: string }[] };
    expect(items.map(({ title }) => title)).toEqual(['One year on']);
    const csv = await board.get(`${list}/export`);
    expect(csv.text).toContain('How ready are we?');
    const cells = await board.get(`${assessment}/export`);
    expect(cells.text.split('\n').filter(Boolean)).toHaveLength(46);
    expect(cells.text).toContain('A-kam-unit,A Strategy,KAM unit,settled,3');
    const answers = await board.get(`${assessment}/export?of=answers`);
    expect(answers.text.split('\n').filter(Boolean)).toHaveLength(91);
    expect((await board.get(`${assessment}/export?format=xlsx`)).text.slice(0, 2)).toBe('PK');
  });

  it('can be read as it stood, and turned into a programme action', async () => {
    const { openedAt } = (await lead.get(assessment)).body as { openedAt: string };
    const asAt = new Date(new Date(openedAt).getTime() + 1).toISOString();
    // A moment of the last second reads as now.
    while (Date.now() < Date.parse(asAt) + 1_100) await lead.get(assessment);
    expect((await lead.get(`${assessment}?asAt=${asAt}`)).body).toMatchObject({ status: 'not-started', score: 0 });
    const raised = await lead.post(`${tenant}/actions`, {
      title: 'Give the unit a portfolio process',
      ownerId: assessors[0],
      dueOn: '2025-09-01',
      source: { kind: 'organisation-cell', assessmentId: idOf(assessment), element: 'A', group: 'kam-unit' },
    });
    expect(raised.status).toBe(201);
    const found = await lead.get(`${tenant}/actions?source=organisation-cell&sourceId=${idOf(assessment)}`);
    expect(found.body.items).toHaveLength(1);
  });
});
