import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { newId } from '@mainstay/event-sourcing';
import { exportEvents } from './export';
import { importEvents } from './import';
import { filled, newFile, TestInstallation } from './transfer.fixture';

/** Without the manifest, which says when, and the hash that follows from it. */
const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').slice(1, -2).sort();

const whole = { keys: true, files: true };

describe('moving events', () => {
  let from: TestInstallation;
  let file: string;
  beforeAll(async () => void (from = await filled()));
  beforeEach(() => void (file = newFile()));

  it('gives the same events, keys and files: ids, versions, moments, order within a tenant', async () => {
    const exported = await exportEvents(from, file, whole);
    expect(exported).toEqual({ counts: { events: 120, keys: 2, files: 2 }, tenants: ['globex', 'acme'] });
    const to = new TestInstallation();
    expect(await importEvents(to, file)).toEqual(exported);
    for (const tenant of exported.tenants) expect(await to.events(tenant)).toEqual(await from.events(tenant));
    expect(to.taken).toEqual(from.taken);
    const again = newFile();
    await exportEvents(to, again, whole);
    expect(linesOf(again)).toEqual(linesOf(file));
  });

  it('moves one tenant alone, out of a store or out of a file of all, also beside others', async () => {
    await exportEvents(from, file, { ...whole, tenant: 'acme' });
    expect(readFileSync(file, 'utf8')).not.toContain('globex');
    const to = await filled(1);
    expect(await importEvents(to, file)).toMatchObject({ tenants: ['acme'] });
    expect(await to.events('acme')).toEqual(await from.events('acme'));
    await exportEvents(from, file, whole);
    const other = new TestInstallation();
    await importEvents(other, file, 'globex');
    expect(await other.events('globex')).toEqual(await from.events('globex'));
    expect(await other.events('acme')).toEqual([]);
    expect([...other.taken.keys.keys(), ...other.taken.files.keys()]).toEqual(['globex', 'globex']);
  });

  it('leaves keys and files out when they are not asked for', async () => {
    const { counts } = await exportEvents(from, file, { keys: false, files: false });
    expect(counts).toEqual({ events: 120, keys: 0, files: 0 });
  });

  it('says that there is nothing of that tenant, and leaves no file', async () => {
    await expect(exportEvents(from, file, { ...whole, tenant: 'nobody' })).rejects.toThrow(
      'Nothing is recorded of nobody.',
    );
    expect([existsSync(file), existsSync(`${file}.unfinished`)]).toEqual([false, false]);
    await exportEvents(from, file, whole);
    await expect(importEvents(new TestInstallation(), file, 'nobody')).rejects.toThrow('holds nothing of nobody');
  });

  const bytes = () => readFileSync(file, 'latin1');
  const cuts = ['half of it', 'the closing line', 'the last byte but one', 'all but the manifest'] as const;
  it.each(cuts)('refuses a file without %s, and records nothing', async (what) => {
    await exportEvents(from, file, whole);
    const text = bytes();
    const ends = { 'half of it': text.length / 2, 'the closing line': text.lastIndexOf('\n', text.length - 2) + 1 };
    const at = { ...ends, 'the last byte but one': text.length - 2, 'all but the manifest': text.indexOf('\n') + 1 };
    writeFileSync(file, text.slice(0, at[what]), 'latin1');
    await refused(/cut off|not as it should be/);
  });

  const changes: readonly (readonly [string, (text: string) => string])[] = [
    ['a changed word', (text) => text.replace('person-1', 'person-2')],
    ['a changed moment', (text) => text.replace('2026-01-05T09:10', '2026-01-05T09:11')],
    ['a line missing', (text) => text.replace(/\n.*\n/, '\n')],
    ['two lines swapped', (text) => text.replace(/\n(.*)\n(.*)\n/, '\n$2\n$1\n')],
    ['a changed key', (text) => text.replace('"k1"', '"k2"')],
    ['another count', (text) => text.replace('"end":{"events":120', '"end":{"events":119')],
    ['a line after its end', (text) => `${text}{}\n`],
    ['no JSON in a line', (text) => text.replace('\n{', '\n[')],
  ];
  it.each(changes)('refuses a file with %s, and records nothing', async (_, change) => {
    await exportEvents(from, file, whole);
    writeFileSync(file, change(bytes()), 'latin1');
    await refused(/was changed|goes on after its closing line/);
  });

  it('refuses what is no export, or one of a later format', async () => {
    writeFileSync(file, '{"hello":1}\n');
    await refused(/no export of events of a format/);
    writeFileSync(file, '');
    await refused(/is empty/);
    await exportEvents(from, file, whole);
    writeFileSync(file, bytes().replace('"format":1', '"format":2'), 'latin1');
    await refused(/no export of events of a format/);
  });

  it('refuses a target in which something is, naming it; a tenant’s where something of that tenant is', async () => {
    await exportEvents(from, file, whole);
    const to = await filled(1);
    await expect(importEvents(to, file)).rejects.toThrow('The target is not empty: test.thing-globex_0 is there.');
    await expect(importEvents(to, file, 'globex')).rejects.toThrow('globex in the target is not empty');
  });

  it('records nothing when a key cannot be taken over, so that it may be tried again with the right master key', async () => {
    await exportEvents(from, file, whole);
    const to = new TestInstallation();
    const { take } = to.keys;
    to.keys.take = async () => Promise.reject(new Error('wrapped with another master key'));
    await expect(importEvents(to, file)).rejects.toThrow('another master key');
    to.keys.take = take;
    expect(await importEvents(to, file)).toMatchObject({ counts: { events: 120, keys: 2 } });
  });

  it('stops when somebody else writes to the target at the same time', async () => {
    await exportEvents(from, file, whole);
    const to = new TestInstallation();
    const head = to.store.head.bind(to.store);
    to.store.head = async () => {
      const at = await head();
      const metadata = { schemaVersion: 1, actor: 'somebody', correlation: 'else' };
      const events = [{ id: newId(), type: 'test.Happened', data: {}, metadata }];
      await to.store.append({ tenant: 'acme', stream: 'test.thing-acme_1', expectedVersion: 'any', events });
      return at;
    };
    await expect(importEvents(to, file)).rejects.toThrow(/is not empty|somebody else writes to it/);
  });

  async function refused(why: RegExp): Promise<void> {
    const to = new TestInstallation();
    await expect(importEvents(to, file)).rejects.toThrow(why);
    expect([...(await to.events('acme')), ...to.taken.keys, ...to.taken.files]).toEqual([]);
  }
});
