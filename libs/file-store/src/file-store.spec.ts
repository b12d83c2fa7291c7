import { type TestDatabase, testDatabase } from '@mainstay/testing';
import { Client, Pool } from 'pg';
import { ContentDamaged, FileStore } from './file-store';
import { fileStoreSchema } from './migration';

describe('the file store', () => {
  let database: TestDatabase;
  let pool: Pool;
  let files: FileStore;
  const minutes = Buffer.from('Minutes of the sponsor meeting\n');
  const hash = '6ba4a77de34b59bd1e1eb2f4a31be4df12bb2ae3f3a1b1a8bcb7d0a3b16c4b53';

  beforeAll(async () => {
    database = await testDatabase();
    const owner = new Client({ connectionString: database.urls.migrate });
    await owner.connect();
    await owner.query(fileStoreSchema());
    await owner.query(fileStoreSchema());
    await owner.end();
    pool = new Pool({ connectionString: database.urls.api });
    files = new FileStore(pool);
  });
  afterAll(async () => {
    await pool.end();
    await database.stop();
  });

  it('gives back the very bytes, by their SHA-256', async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7) % 256));
    const { sha256, size } = await files.put('north', bytes);
    expect(size).toBe(100_000);
    expect(await files.get('north', sha256)).toEqual(bytes);
    expect(await files.put('north', Buffer.from('abc'))).toEqual({
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      size: 3,
    });
  });

  it('keeps the same content once, however often and however many store it at once', async () => {
    const stored = await Promise.all(Array.from({ length: 8 }, () => files.put('north', minutes)));
    expect(new Set(stored.map(({ sha256 }) => sha256)).size).toBe(1);
    expect(await count("sha256 = '" + stored[0]!.sha256 + "'")).toBe(1);
  });

  it('lists what a tenant has stored', async () => {
    const { sha256 } = await files.put('listed', Buffer.from('abc'));
    expect(await files.list('listed')).toEqual([{ sha256, size: 3 }]);
    expect(await files.list('nobody')).toEqual([]);
  });

  it('knows nothing of what was never stored', async () => {
    expect(await files.get('north', hash)).toBeUndefined();
  });

  it('gives another tenant nothing, even of a hash it knows', async () => {
    const { sha256 } = await files.put('north', Buffer.from('of the north'));
    expect(await files.get('south', sha256)).toBeUndefined();
    await files.put('south', Buffer.from('of the north'));
    expect(await files.get('south', sha256)).toEqual(Buffer.from('of the north'));
  });

  it('shows the role of the services no other tenant’s content, and lets it change and remove none', async () => {
    await files.put('north', minutes);
    const client = await pool.connect();
    expect((await client.query('SELECT * FROM files.content')).rows).toEqual([]);
    await client.query("BEGIN; SELECT set_config('app.tenant', 'south', true)");
    expect((await client.query("SELECT * FROM files.content WHERE tenant = 'north'")).rows).toEqual([]);
    await expect(
      client.query("INSERT INTO files.content (tenant, sha256, bytes, size) VALUES ('north', $1, '', 0)", [hash]),
    ).rejects.toThrow('row-level security');
    await client.query('ROLLBACK');
    await expect(client.query("UPDATE files.content SET bytes = ''")).rejects.toThrow('permission denied');
    await expect(client.query('DELETE FROM files.content')).rejects.toThrow('permission denied');
    client.release();
  });

  it('notices content that was changed outside the product', async () => {
    const { sha256 } = await files.put('north', Buffer.from('as it was'));
    await asSuperuser(`UPDATE files.content SET bytes = 'as it is!' WHERE sha256 = '${sha256}'`);
    await expect(files.get('north', sha256)).rejects.toThrow(ContentDamaged);
  });

  const count = async (where: string) =>
    Number((await asSuperuser(`SELECT count(*) FROM files.content WHERE ${where}`)).rows[0]!.count);
  const asSuperuser = async (statement: string) => {
    const superuser = new Client({ connectionString: database.urls.superuser });
    await superuser.connect();
    const result = await superuser.query<{ count: string }>(statement);
    await superuser.end();
    return result;
  };
});
