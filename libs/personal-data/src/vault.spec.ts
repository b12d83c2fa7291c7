import { type TestDatabase, testDatabase } from '@mainstay/testing';
import { Client, Pool } from 'pg';
import { vaultSchema } from './migration';
import { rewrapKeys } from './rewrap';
import { type Sealed, Tampered } from './sealed';
import { PersonalDataVault } from './vault';

describe('the vault of personal data', () => {
  const masterKey = Buffer.alloc(32, 7);
  let database: TestDatabase;
  let pool: Pool;
  let vault: PersonalDataVault;
  const open = async (name: Sealed, tenant = 'north', subject = 'anna') =>
    (await vault.open(tenant, [{ subject, name }], ['name']))[0]!.name;

  beforeAll(async () => {
    database = await testDatabase();
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await owner.query(vaultSchema());
    await owner.query(vaultSchema());
    await owner.end();
    pool = new Pool({ connectionString: database.urls.api });
    vault = new PersonalDataVault({ pool, masterKey });
  });
  afterAll(async () => {
    await pool.end();
    await database.stop();
  });

  it('gives back what was sealed, and stores it unreadable', async () => {
    const { name, email } = await vault.seal('north', 'anna', { name: 'Anna Höglund 木', email: '' });
    expect(JSON.stringify({ name, email })).not.toContain('Anna');
    expect(await vault.open('north', [{ subject: 'anna', name, email }], ['name', 'email'])).toEqual([
      { name: 'Anna Höglund 木', email: '' },
    ]);
  });

  it('seals the same text of one subject to the same bytes, and of two subjects to different ones', async () => {
    const [first, again, other] = await Promise.all(
      ['kim', 'kim', 'lee'].map((subject) => vault.seal('north', subject, { name: 'Kim' })),
    );
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('makes one key when many requests seal for a new subject at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 16 }, (_, index) => vault.seal('north', 'new', { name: `${index}` })),
    );
    expect(await Promise.all(all.map(({ name }) => open(name, 'north', 'new')))).toEqual(
      all.map((_, index) => `${index}`),
    );
  });

  it('opens nothing for another tenant, even for a subject of the same id', async () => {
    const { name } = await vault.seal('north', 'anna', { name: 'Anna' });
    await vault.seal('south', 'anna', { name: 'Anna of the south' });
    expect(await open(name, 'south')).toBeNull();
    expect(await open(name, 'east')).toBeNull();
  });

  it('shows no key of another tenant to the database role of the services', async () => {
    await vault.seal('north', 'anna', { name: 'Anna' });
    const client = await pool.connect();
    expect((await client.query('SELECT * FROM vault.subject_key')).rows).toEqual([]);
    await client.query("BEGIN; SELECT set_config('app.tenant', 'south', true)");
    expect((await client.query("SELECT * FROM vault.subject_key WHERE tenant = 'north'")).rows).toEqual([]);
    await client.query('ROLLBACK');
    await expect(client.query("UPDATE vault.subject_key SET wrapped = ''")).rejects.toThrow('permission denied');
    client.release();
  });

  it('notices a ciphertext that was changed or moved to another subject', async () => {
    const { name } = await vault.seal('north', 'anna', { name: 'Anna' });
    const at = name.enc.length - 3;
    const changed = name.enc.slice(0, at) + (name.enc[at] === 'A' ? 'B' : 'A') + name.enc.slice(at + 1);
    await expect(open({ enc: changed })).rejects.toThrow(Tampered);
    const { other } = await vault.seal('north', 'bert', { other: 'Bert' });
    const keyOfBert = other.enc.split('.')[1]!;
    const moved = name.enc.split('.').with(1, keyOfBert).join('.');
    await expect(open({ enc: moved }, 'north', 'bert')).rejects.toThrow(Tampered);
  });

  it('opens nothing of a subject once erased, not even after the subject comes back', async () => {
    const { name } = await vault.seal('north', 'gone', { name: 'Gone' });
    await vault.erase('north', 'gone');
    await vault.erase('north', 'gone');
    expect(await open(name, 'north', 'gone')).toBeNull();
    const back = await vault.seal('north', 'gone', { name: 'Back' });
    expect(await open(name, 'north', 'gone')).toBeNull();
    expect(await open(back.name, 'north', 'gone')).toBe('Back');
  });

  it('opens nothing with the stored keys alone', async () => {
    const { name } = await vault.seal('north', 'anna', { name: 'Anna' });
    const thief = new PersonalDataVault({ pool, masterKey: Buffer.alloc(32, 8) });
    await expect(thief.open('north', [{ subject: 'anna', name }], ['name'])).rejects.toThrow();
  });

  it('refuses a master key of the wrong length', () => {
    expect(() => new PersonalDataVault({ pool, masterKey: Buffer.alloc(16) })).toThrow('32 bytes');
  });

  describe('changes its master key', () => {
    const newKey = Buffer.alloc(32, 11);
    const changed = () => new PersonalDataVault({ pool, masterKey: newKey });
    const changing = () => new PersonalDataVault({ pool, masterKey: newKey, alsoKey: masterKey });
    const asOwner = async <Result>(work: (owner: Client) => Promise<Result>): Promise<Result> => {
      const owner = new Client({ connectionString: database.urls.migrate });
      await owner.connect();
      try {
        return await work(owner);
      } finally {
        await owner.end();
      }
    };
    beforeEach(() => asOwner((owner) => owner.query('DELETE FROM vault.subject_key')));

    it('while processes that have only begun to know of it, and those that have it, open what the other sealed', async () => {
      const { name: before } = await vault.seal('east', 'anna', { name: 'Anna' });
      const { name: after } = await changing().seal('east', 'bert', { name: 'Bert' });
      const people = [
        { subject: 'anna', name: before },
        { subject: 'bert', name: after },
      ];
      const told = new PersonalDataVault({ pool, masterKey, alsoKey: newKey });
      for (const process of [told, changing()]) {
        expect(await process.open('east', people, ['name'])).toEqual([{ name: 'Anna' }, { name: 'Bert' }]);
      }
    });

    it('for the keys of all tenants; the old one opens nothing then, and what was sealed stays as it was', async () => {
      const { name } = await vault.seal('east', 'anna', { name: 'Anna' });
      for (let index = 0; index < 600; index++) await vault.seal('west', `person-${index}`, { name: `${index}` });
      await changing().seal('east', 'bert', { name: 'Bert' });
      const rewrap = () => asOwner((owner) => rewrapKeys(owner, { masterKey: newKey, alsoKey: masterKey }));
      expect(await rewrap()).toEqual({ wrappedAnew: 601, wrappedBefore: 1 });
      expect(await rewrap()).toEqual({ wrappedAnew: 0, wrappedBefore: 602 });
      expect(await changed().open('east', [{ subject: 'anna', name }], ['name'])).toEqual([{ name: 'Anna' }]);
      await expect(vault.open('east', [{ subject: 'anna', name }], ['name'])).rejects.toThrow('another master key');
    });

    it('and gives nobody a key back who is erased meanwhile', async () => {
      await vault.seal('east', 'anna', { name: 'Anna' });
      await asOwner(async (owner) => {
        const erasing = Object.assign(Object.create(owner) as Client, {
          query: async (text: string, values: unknown[]) => {
            if (text.startsWith('UPDATE')) await vault.erase('east', 'anna');
            return owner.query(text, values);
          },
        });
        const rewrapped = await rewrapKeys(erasing, { masterKey: newKey, alsoKey: masterKey });
        expect(rewrapped).toEqual({ wrappedAnew: 0, wrappedBefore: 0 });
      });
      expect(await vault.wrappedKeys('east')).toEqual([]);
    });

    it('not where neither of the two wrapped a key: nothing of it is lost', async () => {
      const { name } = await vault.seal('east', 'anna', { name: 'Anna' });
      const strangers = { masterKey: newKey, alsoKey: Buffer.alloc(32, 12) };
      await expect(asOwner((owner) => rewrapKeys(owner, strangers))).rejects.toThrow('another master key');
      expect(await open(name, 'east')).toBe('Anna');
    });
  });

  describe('gives its keys to another installation', () => {
    const otherKey = Buffer.alloc(32, 9);
    let elsewhere: TestDatabase;
    let otherPool: Pool;
    beforeAll(async () => {
      elsewhere = await testDatabase();
      const owner = new Client({ connectionString: elsewhere.urls.migrate });
      await owner.connect();
      await owner.query(vaultSchema());
      await owner.end();
      otherPool = new Pool({ connectionString: elsewhere.urls.api });
    });
    afterAll(async () => {
      await otherPool.end();
      await elsewhere.stop();
    });

    it('which opens what was sealed here, with a master key of its own, and takes the same keys twice', async () => {
      const { name } = await vault.seal('moving', 'anna', { name: 'Anna' });
      const keys = await vault.wrappedKeys('moving');
      const other = new PersonalDataVault({ pool: otherPool, masterKey: otherKey });
      await other.adopt('moving', keys, masterKey);
      await other.adopt('moving', keys, masterKey);
      expect(await other.open('moving', [{ subject: 'anna', name }], ['name'])).toEqual([{ name: 'Anna' }]);
      expect(await vault.wrappedKeys('nobody')).toEqual([]);
    });

    it('which refuses them without the master key they were wrapped with, and where a subject has another', async () => {
      await vault.seal('refused', 'anna', { name: 'Anna' });
      const keys = await vault.wrappedKeys('refused');
      const other = new PersonalDataVault({ pool: otherPool, masterKey: otherKey });
      await expect(other.adopt('refused', keys)).rejects.toThrow('wrapped with another master key');
      await other.seal('refused', 'anna', { name: 'Another Anna' });
      await expect(other.adopt('refused', keys, masterKey)).rejects.toThrow('anna of refused has another key here');
    });
  });
});
