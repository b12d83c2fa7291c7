import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { idFrom, streamOf } from '@mainstay/event-sourcing';
import { freePort } from '../../infra/local/free-port.mjs';
import { Caller } from '../support/caller';
import { Mint } from '../support/mint';
import { type ProductUnderTest, startProduct } from '../support/product';
import { dumpReadModels, rebuildReadModels } from './read-models';
import { Writer } from './writer';

const rounds = Number(process.env.MAINSTAY_CRASH_ROUNDS ?? 20);
const tenants = ['aldermoor', 'brackwater'] as const;
const writersPerTenant = 4;
const roles = ['tenant-administrator', 'programme-lead', 'kam-unit-head', 'assessor', 'board-member'] as const;

jest.setTimeout(900_000);

interface HistoryLine {
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
}

describe('kill -9 of the whole product under load, again and again', () => {
  const writers: Writer[] = [];
  const audits = new Map<string, string>();
  const clerk = (tenant: string) => ({ id: `p-clerk-${tenant}`, key: (what: string) => `clerk-${what}` });
  let dataFolder: string;
  let port: number;
  let product: ProductUnderTest;
  let mint: Mint;
  let databaseKills = 0;
  let history: Record<string, HistoryLine[]>;

  const reader = async (tenant: string) => new Caller(product.url, await mint.token('p-reader', { [tenant]: roles }));
  const restart = async () =>
    (product = await startProduct({ dataFolder, port, env: { MAINSTAY_REQUESTS_PER_MINUTE: '1000000' } }));

  /** An audit for each tenant, which all its writers answer together, and the writers. */
  async function prepare(): Promise<void> {
    const catalogue = (await (await fetch(`${product.url}/api/catalogues/phase-audit/1`)).json()) as {
      actions: { id: string }[];
    };
    const shares = Array.from({ length: writersPerTenant }, (_, index) =>
      catalogue.actions.slice(index * 8, index * 8 + 8),
    );
    for (const tenant of tenants) {
      const { id, key } = clerk(tenant);
      const caller = new Caller(product.url, await mint.token(id, { [tenant]: roles }));
      const actors = shares.map((_, index) => `p-writer-${index}`);
      const body = { scope: { kind: 'programme' }, title: 'Under fire', auditDate: '2025-03-01' };
      const rule = { select: 'one', up: 'one', down: 'one', 'de-select': 'one', reason: 'Each writer works alone' };
      const ruled = await caller.put(`t/${tenant}/enterprise/approval-rule`, rule, { 'idempotency-key': key('rule') });
      expect(ruled.status).toBe(200);
      const opened = await caller.post(`t/${tenant}/audits`, body, { 'idempotency-key': key('open') });
      const audit = opened.body.id as string;
      audits.set(tenant, audit);
      await caller.put(
        `t/${tenant}/audits/${audit}/assessors`,
        { assessorIds: actors },
        { 'idempotency-key': key('assign') },
      );
      for (const [index, actor] of actors.entries()) {
        const token = await mint.token(actor, { [tenant]: roles });
        const actions = shares[index]!.map((action) => action.id);
        // The same names and keys in both tenants: nothing but the tenant tells them apart.
        writers.push(new Writer({ tenant, name: `w${index}`, actor, token, audit, actions }));
      }
    }
  }

  /**
   * Load until so many commands were acknowledged, and then the end: some milliseconds later, so that it comes at every
   * moment of the way from request to commit to answer.
   */
  async function round(acknowledgements: number, milliseconds: number, kill: () => Promise<void>): Promise<void> {
    let done = 0;
    let killed: Promise<void> | undefined;
    const count = () => {
      if (++done === acknowledgements) killed = delay(milliseconds).then(kill);
    };
    let over = false;
    const ended = once(product.process, 'exit').then(() => (over = true));
    await Promise.all(writers.map((writer) => writer.work(product.url, count, () => over)));
    await Promise.all([killed, ended]);
  }

  async function killDatabaseToo(): Promise<void> {
    databaseKills++;
    const postmaster = readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0];
    process.kill(Number(postmaster), 'SIGKILL');
    await product.kill();
  }

  beforeAll(async () => {
    dataFolder = mkdtempSync(join(tmpdir(), 'mainstay-crash-'));
    port = await freePort();
    await restart();
    mint = new Mint(product);
    await prepare();
    for (let number = 0; number < rounds; number++) {
      await round(
        40 + ((number * 37) % 80),
        (number * 3) % 11,
        number % 3 === 2 ? killDatabaseToo : () => product.kill(),
      );
      await restart();
    }
    await Promise.all(writers.map((writer) => writer.settle(product.url)));
    await product.stop();
    await restart(); // says that it is ready once the read models have caught up
    const lines = async (tenant: string) => {
      const { text } = await (await reader(tenant)).get(`t/${tenant}/history/export?format=ndjson`);
      return text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as HistoryLine);
    };
    history = { aldermoor: await lines('aldermoor'), brackwater: await lines('brackwater') };
  });
  afterAll(async () => {
    const total = (of: (writer: Writer) => number) => writers.reduce((sum, writer) => sum + of(writer), 0);
    process.stdout.write(
      `\nCrash: ${rounds} rounds of kill -9 (${databaseKills} with the database killed too), ${writers.length} writers: ` +
        `${total(({ acknowledged }) => acknowledged.length)} commands acknowledged, ` +
        `${total(({ counts }) => counts.repeated)} repeated after a crash, ` +
        `${total(({ counts }) => counts.carriedOutBefore)} of these had been carried out before it\n`,
    );
    await product?.dispose();
  });

  const acknowledged = (tenant: string) =>
    writers.flatMap((writer) => writer.acknowledged).filter((one) => one.tenant === tenant);

  it('the load was one: every writer was acknowledged, and some were cut off', () => {
    expect(writers.every((writer) => writer.acknowledged.length > rounds)).toBe(true);
    expect(writers.some(({ counts }) => counts.repeated > 0)).toBe(true);
  });

  it.each(tenants)('%s: every acknowledged command is there, at the version that was answered', (tenant) => {
    const versions = new Map(history[tenant]!.map(({ eventId, version }) => [eventId, version]));
    const lost = acknowledged(tenant).filter(({ eventId, version }) => versions.get(eventId) !== version);
    expect(lost.map(({ command, version }) => ({ command, version }))).toEqual([]);
  });

  it.each(tenants)('%s: none is there twice, and nothing that nobody sent', (tenant) => {
    const { id, key } = clerk(tenant);
    const stream = streamOf('assessment.audit', tenant, audits.get(tenant)!);
    const enterprise = streamOf('portfolio.enterprise', tenant, tenant);
    const prepared = [
      idFrom('event', tenant, id, key('rule'), enterprise, '0'),
      ...['open', 'assign'].map((what) => idFrom('event', tenant, id, key(what), stream, '0')),
    ];
    const expected = [...prepared, ...acknowledged(tenant).map(({ eventId }) => eventId)];
    expect(history[tenant]!.map(({ eventId }) => eventId).sort()).toEqual(expected.sort());
  });

  it.each(tenants)('%s: versions of every stream follow one another without a gap', (tenant) => {
    for (const stream of new Set(history[tenant]!.map((line) => line.stream))) {
      const entries = history[tenant]!.filter((line) => line.stream === stream);
      const versions = entries.map(({ version }) => version).sort((a, b) => a - b);
      expect({ stream, versions }).toEqual({ stream, versions: versions.map((_, index) => index + 1) });
    }
  });

  it.each(tenants)('%s: the list of accounts shows what was acknowledged', async (tenant) => {
    const caller = await reader(tenant);
    const shown = new Map<string, string>();
    let cursor: string | null = null;
    do {
      const { body } = await caller.get(
        `t/${tenant}/accounts?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      for (const { id, category } of body.items as { id: string; category: string }[]) shown.set(id, category);
      cursor = body.next as string | null;
    } while (cursor);
    const own = writers
      .filter((writer) => writer.acknowledged[0]!.tenant === tenant)
      .flatMap((writer) => writer.accounts);
    expect(shown.size).toBe(own.length);
    const wrong = own.filter(({ id, category }) => category !== 'undecided' && shown.get(id) !== category);
    expect(wrong).toEqual([]);
  });

  it('what was acknowledged long ago gets the same answer again, and changes nothing', async () => {
    for (const writer of writers) {
      for (const old of [writer.acknowledged[0]!, writer.acknowledged.at(-1)!]) await writer.repeat(product.url, old);
    }
  });

  it('every read model, history included, equals one built anew from the events', async () => {
    const before = await dumpReadModels(dataFolder);
    await rebuildReadModels(dataFolder);
    const after = await dumpReadModels(dataFolder);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const [table, rows] of Object.entries(before)) expect({ table, rows: after[table] }).toEqual({ table, rows });
    expect(before['read.account']!.length).toBeGreaterThan(rounds);
    expect(before['read.account_history']!.length).toBeGreaterThan(rounds);
  });
});
