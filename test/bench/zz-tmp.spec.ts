import { newId, START } from '@mainstay/event-sourcing';
import { PostgresEventStore, migrateEventStore, prepareDatabase } from '@mainstay/event-store-postgres';
import { startPostgres } from '@mainstay/testing';
import { Client, Pool } from 'pg';
const out = (s: string) => process.stderr.write(s + '\n');
const payload = { text: 'x'.repeat(300), n: 1 };
const metadata = { schemaVersion: 1, actor: newId(), correlation: newId() };
const ev = () => ({ id: newId(), type: 'portfolio.AccountRecategorised', data: payload, metadata });
const med = (a: number[]) => a.sort((x, y) => x - y)[a.length >> 1]!;
const run = async (conc: number, ms: number, f: (w: number) => Promise<unknown>) => {
  const end = performance.now() + ms; let n = 0; const t0 = performance.now();
  await Promise.all(Array.from({ length: conc }, async (_, w) => { while (performance.now() < end) { await f(w); n++; } }));
  return n / ((performance.now() - t0) / 1000);
};
test('bench', async () => {
  const pg = await startPostgres({ durable: true });
  const urls = await prepareDatabase(pg.superuserUrl, 'bench', { migrate: 'a', api: 'b', projector: 'c' });
  const m = new Client({ connectionString: urls.migrate }); await m.connect(); await migrateEventStore(m);
  await m.query('create table bare(id bigint generated always as identity primary key, stream text, data jsonb, at timestamptz default now()); grant all on bare to mainstay_api');
  const store = new PostgresEventStore({ urls });
  if (process.env.APPEND) {
    const pools: Record<number, Pool> = { 8: new Pool({ connectionString: urls.api, max: 8 }), 32: new Pool({ connectionString: urls.api, max: 32 }), 80: new Pool({ connectionString: urls.api, max: 80 }) };
    const bare = (p: Pool) => () => p.query({ name: 'b', text: 'insert into bare(stream,data) values($1,$2)', values: ['s', JSON.stringify(payload)] });
    let k = 0;
    const app = (w: number) => store.append({ tenant: 't' + (w % 8), stream: 'account-' + k++, expectedVersion: 0, events: [ev()] });
    for (const [conc, pool] of [[1, pools[8]!], [8, pools[8]!], [32, pools[32]!], [128, pools[80]!]] as const) {
      const rs: number[] = [], as: number[] = [], bs: number[] = [];
      for (let i = 0; i < 8; i++) {
        let a = 0, b = 0;
        if (i % 2) { a = await run(conc, 600, app); b = await run(conc, 600, bare(pool)); } else { b = await run(conc, 600, bare(pool)); a = await run(conc, 600, app); }
        if (i > 0) { rs.push(a / b); as.push(a); bs.push(b); }
      }
      out(`conc ${conc}: append ${med(as).toFixed(0)}/s bare ${med(bs).toFixed(0)}/s ratio ${med(rs).toFixed(2)} [${rs[0]!.toFixed(2)}..${rs.at(-1)!.toFixed(2)}]`);
    }
    for (const p of Object.values(pools)) await p.end();
  }
  for (const size of [4, 10, 100, 1000, 10000]) {
    const make = (i: number) => ({ tenant: 'bulk', stream: `b-${size}-${i}`, expectedVersion: 0, events: Array.from({ length: size }, ev) });
    const total = 40000; const reqs = Array.from({ length: Math.ceil(total / size) }, (_, i) => make(i));
    const t0 = performance.now(); let next = 0;
    await Promise.all(Array.from({ length: 16 }, async () => { while (next < reqs.length) await store.append(reqs[next++]!); }));
    out(`bulk ${size}: ${(total / ((performance.now() - t0) / 1000)).toFixed(0)} ev/s`);
  }
  for (const page of [500, 1000, 2000, 5000]) for (let r = 0; r < 2; r++) {
    let after = START, n = 0; const t0 = performance.now();
    for (;;) { const p = await store.readFeed(after, page); n += p.events.length; after = p.upTo; if (p.drained) break; }
    out(`feed page ${page}: ${n} events ${(n / ((performance.now() - t0) / 1000)).toFixed(0)} ev/s`);
  }
  out(JSON.stringify(store.stats));
  await store.close(); await m.end(); await pg.stop();
}, 300000);
