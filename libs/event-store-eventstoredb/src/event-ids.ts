import { jsonEvent, type RecordedEvent as StoredEvent, WrongExpectedVersionError } from '@eventstore/db-client';
import { type Append, InvalidEvent } from '@mainstay/event-sourcing';
import type { Connection } from './connection';
import { answered } from './errors';
import { isName, type Names } from './names';
import { firstOf, readFrom } from './reading';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Records read or written at the same time. */
const AT_ONCE = 64;

/** The stream an event id belongs to, and the version from which on it may stand there. */
interface Owner {
  readonly stream: string;
  readonly from: number;
}

export const reusedId = () =>
  new InvalidEvent('event.id-reused', 'An event id may not be used again for another event.');

/**
 * Event ids are unique in a tenant, which EventStoreDB does not know: it recognises a repeat in one stream only. So each
 * id has a stream of its own, which can be begun once. It says to which stream of events the id belongs, and is written
 * before the event: an id of an append that came to nothing stays with that stream.
 */
export class EventIds {
  constructor(
    private readonly connection: Connection,
    private readonly names: Names,
  ) {}

  /**
   * Makes ids those of this stream, whose next version is `from`.
   * @returns where to look for events that already have one of the ids; undefined when all ids are new
   * @throws InvalidEvent when one belongs to another stream
   */
  async claim({ tenant, stream, events }: Append, from: number): Promise<number | undefined> {
    const owners = await inParallel(events, async ({ id }) => {
      const claimed = await this.begin(this.names.idRecord(tenant, id), { stream, from });
      return claimed ? undefined : this.owner(tenant, id);
    });
    return startOf(owners, stream);
  }

  /** The same without claiming: for an append that will not be made. */
  async claimed({ tenant, stream, events }: Append): Promise<number | undefined> {
    return startOf(await inParallel(events, ({ id }) => this.owner(tenant, id)), stream);
  }

  /** The event that has this id, wherever its stream. */
  async find(tenant: string, id: string): Promise<StoredEvent | undefined> {
    if (!isName(tenant) || !UUID.test(id)) return undefined;
    const owner = await this.owner(tenant, id);
    if (!owner) return undefined;
    const events = await readFrom(this.connection, this.names.stream(tenant, owner.stream), owner.from);
    return events.find((event) => event.id.toLowerCase() === id.toLowerCase());
  }

  private async owner(tenant: string, id: string): Promise<Owner | undefined> {
    const record = await firstOf(this.connection, this.names.idRecord(tenant, id));
    return record?.data as Owner | undefined;
  }

  /** False when the id has a stream. */
  private async begin(name: string, owner: Owner): Promise<boolean> {
    const { client, credentials, deadline } = this.connection;
    const record = jsonEvent({ type: 'IdClaimed', data: { ...owner } });
    try {
      await answered(() =>
        client.appendToStream(name, record, {
          expectedRevision: 'no_stream',
          credentials,
          deadline,
          requiresLeader: true,
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return false;
      throw error;
    }
  }
}

function startOf(owners: readonly (Owner | undefined)[], stream: string): number | undefined {
  const known = owners.filter((owner) => owner !== undefined);
  if (known.some((owner) => owner.stream !== stream)) throw reusedId();
  return known.length > 0 ? known.reduce((least, { from }) => Math.min(least, from), Infinity) : undefined;
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const next = items.entries();
  const worker = async () => {
    for (const [index, item] of next) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return results;
}
