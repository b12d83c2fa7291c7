import { readTable, writeXlsx } from '@mainstay/tabular';
import { pdfPages } from '../../../libs/assessment/src/report/spec-support/pdf-text';
import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';
const opening = { scope: { kind: 'programme' }, auditDate: '2025-03-01', programmeStartedOn: '2024-03-01' };

describe('answers of an audit out and in again', () => {
  let product: ProductUnderTest;
  let lead: Caller;
  let assessor: Caller;
  let board: Caller;
  let audit: string;

  const open = async (title: string, more: object = {}): Promise<string> => {
    const opened = await lead.post(`${tenant}/audits`, { ...opening, title, ...more });
    expect(opened.status).toBe(201);
    lead.tells(assessor, board);
    return `${tenant}/audits/${opened.body.id as string}`;
  };
  /** A file as it comes over the wire; the caller's own writes are in it. */
  const file = async (
    by: Caller,
    path: string,
  ): Promise<{ status: number; type: string; name: string; bytes: Buffer }> => {
    await by.get(`${tenant}/audits`);
    const response = await fetch(`${product.url}/api/${path}`, { headers: { authorization: `Bearer ${by.token}` } });
    return {
      status: response.status,
      type: response.headers.get('content-type')!,
      name: response.headers.get('content-disposition') ?? '',
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  };
  const sheet = (...lines: string[]) => Buffer.from(lines.join('\n'));
  const score = async () => (await assessor.get(audit)).body.score as number;
  const events = async () => (await assessor.get(audit)).body.version as number;

  beforeAll(async () => {
    product = await startProduct();
    [lead, assessor, board] = await Promise.all([product.as('priya'), product.as('amara'), product.as('victor')]);
    const assessorId = (await assessor.get(`${tenant}/me`)).body.person.id as string;
    const administrator = await product.as('tessa');
    const amara = { personId: assessorId, name: 'Amara Nwosu', email: 'amara@aldermoor.example', role: 'assessor' };
    expect((await administrator.post(`${tenant}/people`, amara)).status).toBe(201);
    administrator.tells(lead);
    audit = await open('Spring audit', { assessorIds: [assessorId] });
    expect(
      (await assessor.put(`${audit}/answers/A1-01`, { score: 2, evidence: '=SUM(1)\nline two', confidence: 'high' }))
        .status,
    ).toBe(200);
    expect(
      (await assessor.put(`${audit}/answers/A1-02`, { notRelevant: true, because: 'One country, one market.' })).status,
    ).toBe(200);
    const links = [{ url: 'https://files.example/charter', title: 'Charter' }];
    expect((await assessor.put(`${audit}/answers/A1-03`, { score: 0, evidenceOn: '2025-02-10', links })).status).toBe(
      200,
    );
  }, 120_000);
  afterAll(() => product?.dispose());

  it('goes out as CSV and XLSX, every action with ids and with names to read', async () => {
    for (const [format, type] of [
      ['csv', 'text/csv'],
      ['xlsx', 'spreadsheetml'],
    ] as const) {
      const sent = await file(assessor, `${audit}/export?format=${format}`);
      expect(sent.type).toContain(type);
      expect(sent.name).toContain(`audit-2025-03-01.${format}`);
      const { headers, rows } = await readTable(sent.bytes);
      expect(rows).toHaveLength(129);
      const cell = (row: number, heading: string) => rows[row]!.cells[headers.indexOf(heading)];
      expect(cell(0, 'State')).toBe('answered');
      expect(cell(1, 'Not relevant because')).toBe('One country, one market.');
      expect(cell(2, 'Evidence date')).toBe('2025-02-10');
      expect(cell(2, 'Links')).toBe('https://files.example/charter Charter');
      expect(cell(0, 'Answered by (name)')).toBe('Amara Nwosu');
      expect(cell(3, 'State')).toBe('unanswered');
      expect(cell(128, 'Audit id')).toBe(audit.split('/').pop());
    }
    expect((await file(assessor, `${audit}/export?format=pdf`)).status).toBe(400);
  });

  it('comes in again unchanged and changes nothing', async () => {
    const before = await events();
    for (const format of ['csv', 'xlsx']) {
      const { bytes } = await file(assessor, `${audit}/export?format=${format}`);
      for (const dryRun of ['true', 'false']) {
        const { status, body } = await assessor.upload(
          `${audit}/import?dryRun=${dryRun}&fileName=answers.${format}`,
          bytes,
        );
        expect({ status, ...body }).toMatchObject({
          status: 200,
          rows: 129,
          creates: 0,
          changes: 0,
          unchanged: 129,
          refusals: [],
          version: before,
        });
      }
    }
    expect(await events()).toBe(before);
  });

  it('tells in a dry run what it would do, does nothing, and then does exactly that in one go', async () => {
    const bytes = sheet(
      'Action id;Score;Evidence;Reason;Mood',
      'A1-01;3;Charter signed;Signed since;fine',
      'A1-04;1;;;',
      'A1-05;2;Minutes;;',
    );
    const before = await events();
    const told = await assessor.upload(`${audit}/import`, bytes);
    expect(told.body).toMatchObject({
      rows: 3,
      creates: 2,
      changes: 1,
      unchanged: 0,
      ignoredColumns: ['Mood'],
      fileVersion: null,
    });
    expect(told.body.answers[0]).toMatchObject({
      row: 2,
      actionId: 'A1-01',
      kind: 'changed',
      from: { score: 2 },
      to: { score: 3, evidence: 'Charter signed', confidence: 'high' },
      reason: 'Signed since',
    });
    expect(await events()).toBe(before);

    const done = await assessor.upload(`${audit}/import?dryRun=false`, bytes, { 'if-match': `"${before}"` });
    expect(done.status).toBe(200);
    expect(done.headers['etag']).toBe(`"${before + 3}"`);
    expect(await score()).toBe(6);
    expect((await assessor.upload(`${audit}/import?dryRun=false`, bytes)).body).toMatchObject({
      unchanged: 3,
      version: before + 3,
    });
    expect(
      (
        await assessor.upload(`${audit}/import?dryRun=false`, sheet('Action id,Score', 'A1-06,1'), {
          'if-match': `"${before}"`,
        })
      ).status,
    ).toBe(412);
  });

  it('writes nothing of a file in which one row is wrong, and says which and why', async () => {
    const before = await events();
    const bytes = await writeXlsx(
      'Answers',
      { 'Action id': ([id]: [string, unknown]) => id, Score: ([, value]: [string, unknown]) => value as number },
      [
        ['A2-01', 3],
        ['A2-02', 7],
        ['Z9-01', 1],
        ['A1-01', 0],
      ],
    );
    const refused = await assessor.upload(`${audit}/import?dryRun=false`, bytes);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'import.refused', title: 'Nothing was imported, because 3 rows were refused.' },
    });
    expect(refused.body.refusals).toEqual([
      { row: 3, column: 'Score', rule: expect.stringContaining('must be 0, 1, 2 or 3') as string },
      { row: 4, column: 'Action id', rule: 'there is no action with the id Z9-01.' },
      { row: 5, column: 'Reason', rule: 'say why the answer changes.' },
    ]);
    expect(await events()).toBe(before);
    const withReason = await assessor.upload(
      `${audit}/import?reason=Looked again`.replace(' ', '%20'),
      sheet('Action id,Score', 'A1-01,0'),
    );
    expect(withReason.body).toMatchObject({ changes: 1, refusals: [] });
  });

  it('says that the audit has changed since the file was exported', async () => {
    const { bytes } = await file(assessor, `${audit}/export`);
    const before = await events();
    expect((await assessor.put(`${audit}/answers/A1-07`, { score: 1 })).status).toBe(200);
    expect((await assessor.upload(`${audit}/import`, bytes)).body).toMatchObject({
      left: 1,
      unchanged: 128,
      fileVersion: before,
      version: before + 1,
    });
  });

  it('is for whoever is assigned to the audit', async () => {
    const answers = sheet('Action id,Score', 'A3-01,1');
    expect((await board.upload(`${audit}/import`, answers)).status).toBe(403);
    expect((await lead.upload(`${audit}/import`, answers)).body.refusals).toEqual([
      { row: 2, column: 'Action id', rule: expect.stringContaining('Only an assessor assigned') as string },
    ]);
    expect((await assessor.upload(`${tenant}/audits/none/import`, answers)).status).toBe(404);
    expect((await assessor.upload(`${audit}/import?asAt=2025-01-01T00:00:00Z`, answers)).status).toBe(400);
  });

  it('refuses a file that is no table with one sentence', async () => {
    for (const [bytes, sentence] of [
      [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'cannot be read as an XLSX file'],
      [sheet('Mood', 'fine'), 'has no column "Action id"'],
      [sheet('Action id,Score', 'A1-01,"1'), 'quote that is not closed'],
    ] as const) {
      const { status, body } = await assessor.upload(`${audit}/import`, bytes);
      expect({ status, title: body.title as string }).toEqual({
        status: 400,
        title: expect.stringContaining(sentence) as string,
      });
    }
  });

  it('prints as a report of at most six pages, with the figures of the results, now and as at before', async () => {
    const { body: results } = await board.get(`${audit}/results`);
    const sent = await file(board, `${audit}/report`);
    expect(sent).toMatchObject({ status: 200, type: 'application/pdf' });
    const pages = pdfPages(sent.bytes);
    expect(pages.length).toBeLessThanOrEqual(6);
    expect(pages[0]).toContain('assessed by Amara Nwosu');
    expect(pages[0]).toContain(`Spring audit Whole programme · describes 1 March 2025`);
    expect(pages[0]).toContain(`${results.overall.score as number} of 387`);
    for (const { score, maximum, percent } of results.periods as {
      score: number;
      maximum: number;
      percent: number;
    }[]) {
      expect(pages[0]).toContain(`${score} of ${maximum} ${Math.round(percent)} %`);
    }
    const letter = await file(board, `${audit}/report?paper=letter`);
    expect(letter.bytes.toString('latin1')).toContain('/MediaBox [0 0 612 792]');
    const opened = (await board.get(audit)).body.openedAt as string;
    const past = new Date(Date.parse(opened) + 1).toISOString();
    // A moment of the last second reads as now.
    while (Date.now() < Date.parse(past) + 1_100) await board.get(audit);
    expect(pdfPages((await file(board, `${audit}/report?asAt=${past}`)).bytes)[0]).toContain('0 of 387');
    expect((await file(board, `${tenant}/audits/none/report`)).status).toBe(404);
    expect((await file(board, `${audit}/report?paper=a5`)).status).toBe(400);
  });

  it('speaks in the enterprise’s own words, and is read again by its ids', async () => {
    const words = { items: [{ id: 'A1-01', label: 'Name our burning platform' }], reason: 'So it is called here' };
    expect((await lead.put(`${tenant}/catalogues/phase-audit/words/en`, words)).status).toBe(200);
    lead.tells(assessor);
    await lead.get(`${tenant}/catalogues/phase-audit`);
    const { bytes } = await file(assessor, `${audit}/export`);
    expect(bytes.toString()).toContain('Name our burning platform');
    expect((await assessor.upload(`${audit}/import`, bytes)).body).toMatchObject({ unchanged: 129, refusals: [] });
  });

  it('offers the list of audits as XLSX too', async () => {
    const sent = await file(board, `${tenant}/audits/export?format=xlsx`);
    expect((await readTable(sent.bytes)).rows.map(({ cells }) => cells[1])).toContain('Spring audit');
  });
});
