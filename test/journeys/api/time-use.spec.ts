import { demoPeople } from '../../../apps/all-in-one/src/demo/people';
import type { Caller } from '../../support/caller';
import { type ProductUnderTest, startProduct } from '../../support/product';

const tenant = 't/aldermoor';
const timeUse = `${tenant}/time-use`;
const idOf = (username: string) => demoPeople.find((person) => person.username === username)!.id;
const activities =
  'relationships implementation planning selling commercial-alignment problem-solving capability brand reporting training team other';
const spent = (selling: number) => ({
  ...Object.fromEntries(activities.split(' ').map((id) => [id, 0])),
  relationships: 100 - selling,
  selling,
});

describe('time use over HTTP', () => {
  let product: ProductUnderTest;
  let tessa: Caller;
  let priya: Caller;
  let marcus: Caller;
  let ines: Caller;
  let jonas: Caller;
  let victor: Caller;

  beforeAll(async () => {
    product = await startProduct();
    const names = ['tessa', 'priya', 'marcus', 'ines', 'jonas', 'victor'];
    const callers = await Promise.all(names.map((name) => product.as(name)));
    [tessa, priya, marcus, ines, jonas, victor] = callers as [Caller, Caller, Caller, Caller, Caller, Caller];
    for (const username of ['marcus', 'ines', 'jonas']) {
      const { name, email, memberships } = demoPeople.find((person) => person.username === username)!;
      const place = username === 'ines' ? { lineManagerId: idOf('marcus') } : {};
      const body = { personId: idOf(username), name, email, role: memberships.aldermoor, ...place };
      expect((await tessa.post(`${tenant}/people`, body)).status).toBe(201);
    }
    tessa.tells(...callers);
  }, 120_000);
  afterAll(() => product?.dispose());

  describe('recording', () => {
    const body = { shares: spent(40), sellingDrivers: ['rewards'], note: 'Three bids in one month' };

    it('keeps the own time of a month, and says it back at once against the profile', async () => {
      expect(await ines.put(`${timeUse}/own/2025-03`, body)).toMatchObject({ status: 200, body: { changed: true } });
      const { body: entry, headers } = await ines.get(`${timeUse}/own/2025-03`);
      expect(headers['etag']).toBe('"1"');
      expect(entry).toMatchObject({
        firstDay: '2025-03-01',
        closed: true,
        profile: { version: 1 },
        record: { shares: body.shares, sellingDrivers: ['rewards'], note: body.note, inTime: false },
      });
      const selling = entry.record.deviations.find(
        ({ activityId }: { activityId: string }) => activityId === 'selling',
      );
      expect(selling).toEqual({ activityId: 'selling', share: 40, difference: 32.5, flag: 'over' });
    });

    it('refuses what does not add up to 100, naming the sum', async () => {
      const refused = await ines.put(`${timeUse}/own/2025-04`, { shares: { ...spent(40), selling: 37 } });
      expect(refused).toMatchObject({ status: 422, body: { code: 'time-use.sum', sum: 97 } });
      expect(refused.text).toContain('they add up to 97');
    });

    it('refuses an activity of one’s own, one left out, a period that is none and one to come', async () => {
      const { other: _, ...eleven } = spent(40) as Record<string, number>;
      for (const shares of [{ ...spent(40), golf: 0 }, eleven]) {
        expect((await ines.put(`${timeUse}/own/2025-04`, { shares })).status).toBe(400);
      }
      expect((await ines.put(`${timeUse}/own/2025-W53`, { shares: spent(5) })).status).toBe(400);
      expect(await ines.put(`${timeUse}/own/2900-01`, { shares: spent(5) })).toMatchObject({
        status: 422,
        body: { code: 'time-use.future' },
      });
    });

    it('corrects with a reason only, and keeps what was said before', async () => {
      const other = { shares: spent(30), sellingDrivers: ['rewards'] };
      expect((await ines.put(`${timeUse}/own/2025-03`, other)).body.code).toBe('time-use.reason-missing');
      const corrected = { ...other, reason: 'Counted one bid twice' };
      expect((await ines.put(`${timeUse}/own/2025-03`, corrected)).body).toMatchObject({ version: 2 });
      const { revisions } = (await ines.get(`${timeUse}/own/2025-03`)).body;
      expect(revisions.map(({ shares, reason }: typeof corrected) => [shares.selling, reason])).toEqual([
        [30, 'Counted one bid twice'],
        [40, null],
      ]);
      const stale = await ines.put(`${timeUse}/own/2025-03`, { ...corrected, ...body }, { 'if-match': '"1"' });
      expect(stale.status).toBe(412);
    });

    it('is for managers and the head of their unit', async () => {
      for (const person of [tessa, priya, victor]) {
        expect((await person.put(`${timeUse}/own/2025-03`, { shares: spent(5) })).status).toBe(403);
      }
    });
  });

  describe('reading', () => {
    it('attack: another manager, the programme lead, the Board and the administrator read no single record', async () => {
      for (const person of [jonas, priya, victor, tessa]) {
        for (const path of [`team/${idOf('ines')}`, `team/${idOf('ines')}/2025-03`]) {
          expect(await person.get(`${timeUse}/${path}`)).toMatchObject({ status: 404 });
        }
        expect((await person.get(`${timeUse}/own?year=2025`)).body.records).toEqual([]);
        expect((await person.get(`${timeUse}/team?month=2025-03`)).body.people).toEqual([]);
      }
    });

    it('is open to the line manager, and not for reports of others', async () => {
      const { body } = await marcus.get(`${timeUse}/team?month=2025-03`);
      expect(body.people).toMatchObject([{ personId: idOf('ines'), source: 'month', sellingDrivers: ['rewards'] }]);
      expect((await marcus.get(`${timeUse}/team/${idOf('ines')}?year=2025`)).body.records).toHaveLength(1);
      expect((await marcus.get(`${timeUse}/team/${idOf('ines')}/2025-03`)).body.revisions).toHaveLength(2);
      expect((await marcus.get(`${timeUse}/team/${idOf('jonas')}`)).status).toBe(404);
    });

    it('attack: nobody becomes a line manager to look, by the own hand', async () => {
      const self = { lineManagerId: idOf('tessa') };
      await priya.get(`${tenant}/people`);
      const added = { personId: idOf('tessa'), name: 'Tessa', email: 't@example.com', role: 'tenant-administrator' };
      await tessa.post(`${tenant}/people`, added);
      expect(await tessa.patch(`${tenant}/people/${idOf('ines')}`, self)).toMatchObject({
        status: 422,
        body: { code: 'member.line-manager-self' },
      });
      const nobody = { lineManagerId: 'nobody' };
      expect((await tessa.patch(`${tenant}/people/${idOf('ines')}`, nobody)).body.code).toBe(
        'member.line-manager-unknown',
      );
    });

    it('attack: the audit history, its export and the single entry say that and for which period, nothing else', async () => {
      ines.tells(victor);
      const { items } = (await victor.get(`${tenant}/history?kind=time-record`)).body;
      expect(items).toHaveLength(2);
      const exported = await victor.get(`${tenant}/history/export?kind=time-record&format=ndjson`);
      const entry = await victor.get(`${tenant}/history/${items[0].eventId}`);
      expect(entry.body.subject.title).toBe('Time record 2025-03');
      expect(entry.body).toMatchObject({ detail: '2025-03', data: { withheld: true }, before: null, after: null });
      for (const text of [JSON.stringify(items), exported.text, entry.text]) {
        for (const secret of ['Three bids', 'Counted one bid', 'rewards', '"selling"', 'shares']) {
          expect(text).not.toContain(secret);
        }
      }
    });

    it('attack: the history of one record is open to the person and the line manager alone', async () => {
      const { id } = (await ines.get(`${timeUse}/own/2025-03`)).body.record;
      const path = `${tenant}/history/of/time-record/${id}`;
      for (const person of [ines, marcus]) expect((await person.get(path)).body.items).toHaveLength(2);
      for (const person of [jonas, victor, tessa]) expect((await person.get(path)).status).toBe(404);
    });

    it('attack: the figures of everybody hold nothing of two people, in the page or in the file', async () => {
      await jonas.put(`${timeUse}/own/2025-03`, { shares: spent(50) });
      jonas.tells(victor);
      const { body } = await victor.get(`${timeUse}/enterprise?year=2025`);
      expect(body).toMatchObject({ smallestGroup: 5, figures: null });
      expect(body.months).toHaveLength(12);
      const { text } = await victor.get(`${timeUse}/enterprise/export?year=2025`);
      expect(text).toContain('2025-03,everybody,not shown');
      expect(text).not.toMatch(/selling/);
    });

    it('exports the own year and the own team, and nobody else’s', async () => {
      const own = await ines.get(`${timeUse}/own/export?year=2025`);
      expect(own.text.trim().split('\n')).toHaveLength(2);
      expect(own.text).toContain('2025-03');
      expect((await marcus.get(`${timeUse}/team/export?month=2025-03`)).text).toContain(idOf('ines'));
      expect((await victor.get(`${timeUse}/team/export?month=2025-03`)).text.trim().split('\n')).toHaveLength(1);
    });
  });

  describe('the profile', () => {
    const shares = Object.fromEntries(
      activities.split(' ').map((id, index) => [id, index === 0 ? { from: 40, to: 50 } : { from: 5, to: 5 }]),
    );
    const body = { shares, effectiveFrom: '2025-06-01', reason: 'People first' };

    it('gets a version from a day on; what was recorded before keeps its own', async () => {
      expect((await ines.put(`${timeUse}/profile`, body)).status).toBe(403);
      expect(await priya.put(`${timeUse}/profile`, body)).toMatchObject({ status: 200, body: { changed: true } });
      priya.tells(ines);
      await ines.put(`${timeUse}/own/2025-06`, { shares: spent(5) });
      const records = (await ines.get(`${timeUse}/own?year=2025`)).body.records;
      expect(records.map(({ profileVersion }: { profileVersion: number }) => profileVersion)).toEqual([1, 2]);
      const { versions, id } = (await victor.get(`${timeUse}/profile`)).body;
      expect(versions).toHaveLength(2);
      priya.tells(victor);
      const history = await victor.get(`${tenant}/history/of/time-profile/${id}`);
      expect(history.body.items).toMatchObject([
        { why: 'People first', after: { relationships: { from: 40, to: 50 } } },
      ]);
    });

    it('refuses mid-points that do not add up to 100', async () => {
      const off = { ...body, shares: { ...shares, other: { from: 5, to: 6 } }, effectiveFrom: '2025-07-01' };
      const refused = await priya.put(`${timeUse}/profile`, off);
      expect(refused).toMatchObject({ status: 422, body: { code: 'time-profile.sum' } });
      expect(refused.text).toContain('100.5');
    });
  });

  it('reads the own past as at a moment, and changes nothing there', async () => {
    const past = 'asAt=2020-01-01T00:00:00Z';
    expect((await ines.get(`${timeUse}/own?year=2025&${past}`)).body.records).toEqual([]);
    expect((await ines.put(`${timeUse}/own/2025-08?${past}`, { shares: spent(5) })).status).toBe(400);
  });
});
