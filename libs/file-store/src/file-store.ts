import { createHash } from 'node:crypto';
import { inTenant } from '@mainstay/tenant-database';
import type { Pool } from 'pg';

/** What identifies the content of a file: the same bytes always give the same. */
export interface StoredContent {
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** Content is not what its name says: it was changed outside the product. */
export class ContentDamaged extends Error {}

/** Bytes of files, named by their SHA-256, of one tenant each. What is stored stays as it is. */
export class FileStore {
  /** @param pool connections of the role that serves requests */
  constructor(private readonly pool: Pool) {
    // A lost connection shows at the next query; without a listener it would end the process.
    pool.on('error', () => undefined);
  }

  /** Stores bytes; storing the same again does nothing. */
  async put(tenant: string, bytes: Buffer): Promise<StoredContent> {
    const content = contentOf(bytes);
    await inTenant(this.pool, tenant, (client) =>
      client.query(
        'INSERT INTO files.content (tenant, sha256, bytes, size) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
        [tenant, content.sha256, bytes, content.size],
      ),
    );
    return content;
  }

  /** What the tenant has stored, by hash. */
  async list(tenant: string): Promise<StoredContent[]> {
    const { rows } = await inTenant(this.pool, tenant, (client) =>
      client.query<StoredContent>('SELECT sha256, size FROM files.content WHERE tenant = $1 ORDER BY sha256', [tenant]),
    );
    return rows;
  }

  /**
   * The bytes of that hash, held against it; undefined where the tenant has stored none.
   * @throws ContentDamaged
   */
  async get(tenant: string, sha256: string): Promise<Buffer | undefined> {
    const { rows } = await inTenant(this.pool, tenant, (client) =>
      client.query<{ bytes: Buffer }>('SELECT bytes FROM files.content WHERE tenant = $1 AND sha256 = $2', [
        tenant,
        sha256,
      ]),
    );
    const bytes = rows[0]?.bytes;
    if (bytes && contentOf(bytes).sha256 !== sha256) throw new ContentDamaged(`Content ${sha256} is damaged.`);
    return bytes;
  }
}

export const contentOf = (bytes: Buffer): StoredContent => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
});
