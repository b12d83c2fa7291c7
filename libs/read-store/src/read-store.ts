import { type EventStore, Malformed, Rejection, type RequestContext, Unavailable } from '@mainstay/event-sourcing';
import { type ClientBase, escapeLiteral } from 'pg';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { columnParsers, isPassing } from './connection';
import type { Progress } from './progress';
import type { AnyReadTable } from './table';

export interface ReadStoreOptions {
  /** Address for the role that serves requests. */
  readonly url: string;
  readonly tables: readonly AnyReadTable[];
  readonly progress: Progress;
  readonly store: Pick<EventStore, 'head'>;
  /** Connections; 10. */
  readonly poolSize?: number;
}

/** What the questions of one request need to know of it. */
export type ReadContext = Pick<RequestContext, 'tenant' | 'now' | 'asAt' | 'after'>;

/** An event recorded within it may not be in the feed yet: it is read as now. */
const PRESENT_MS = 1_000;
/** Undefined table, undefined column. */
const NOT_BUILT = ['42P01', '42703'];

/** Reads the read models: of one tenant only, as they are now or as they were. */
export class ReadStore {
  private constructor(
    private readonly database: DataSource,
    private readonly options: ReadStoreOptions,
  ) {}

  static async open(options: ReadStoreOptions): Promise<ReadStore> {
    const database = new DataSource({
      type: 'postgres',
      url: options.url,
      entities: options.tables.map(({ entity }) => entity),
      installExtensions: false,
      poolSize: options.poolSize ?? 10,
      applicationName: 'mainstay read store',
      extra: {
        types: columnParsers,
        options: '-c search_path=read -c default_transaction_read_only=on -c statement_timeout=30s -c jit=off',
      },
    });
    await database.initialize();
    return new ReadStore(database, options);
  }

  /**
   * Runs queries of the tenant at hand in one read-only transaction. Names of tables stand unqualified in them.
   * @throws Malformed for an `asAt` in the future; Unavailable when the read models are not as far as asked, or not built
   */
  async read<Result>(context: ReadContext, queries: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    const { progress, store } = this.options;
    const asAt = pastMoment(context);
    try {
      if (context.after !== undefined) await progress.waitFor(context.after, context.tenant);
      if (asAt) await progress.waitFor(await store.head(), context.tenant);
      return await this.inTransaction(opening(context.tenant, asAt), queries);
    } catch (error) {
      throw unavailable(error) ?? error;
    }
  }

  private async inTransaction<Result>(
    begin: string,
    queries: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const runner = this.database.createQueryRunner();
    const client = (await runner.connect()) as ClientBase;
    try {
      await client.query(begin);
      const result = await queries(runner.manager);
      end('commit');
      return result;
    } catch (error) {
      end('rollback');
      throw error;
    }

    /** Nobody waits for it: nothing was changed. The connection is free again only after it. */
    function end(how: 'commit' | 'rollback'): void {
      const release = () => runner.release();
      client.query(how).then(release, release);
    }
  }

  async close(): Promise<void> {
    await this.database.destroy();
  }
}

function pastMoment({ asAt, now }: ReadContext): Date | undefined {
  if (!asAt) return undefined;
  const age = now.getTime() - asAt.getTime();
  if (!(age >= 0)) throw new Malformed('request.as-at', 'asAt: must be a moment in the past.');
  return age < PRESENT_MS ? undefined : asAt;
}

/** One round trip. */
function opening(tenant: string, asAt: Date | undefined): string {
  const settings: [string, string][] = [['app.tenant', tenant]];
  if (asAt) settings.push(['app.as_at', asAt.toISOString()], ['search_path', 'as_at']);
  const calls = settings.map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`);
  return `begin read only; select ${calls.join(', ')}`;
}

/** What the same request may not meet again; undefined for an error that is what it is. */
function unavailable(error: unknown): Unavailable | undefined {
  const cause = error instanceof QueryFailedError ? (error.driverError as { code?: string }) : error;
  const notBuilt = NOT_BUILT.includes((cause as { code?: string }).code ?? '');
  if (!notBuilt && (error instanceof Rejection || !isPassing(cause))) return undefined;
  const unavailable = notBuilt
    ? new Unavailable('read-model.building', 'This page is still being prepared. Try again in a moment.', 5)
    : new Unavailable('read-model.no-answer', 'The database does not answer. Try again in a moment.');
  unavailable.cause = error;
  return unavailable;
}
