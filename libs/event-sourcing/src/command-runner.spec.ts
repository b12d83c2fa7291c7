import { z } from 'zod';
import { Command } from './command';
import { CommandRunner } from './command-runner';
import type { RequestContext } from './context';
import { decider } from './decider';
import { Refused } from './errors';
import type { Append, AppendOutcome } from './event-store';
import { type EventsOf, eventTypes } from './event-types';
import { InMemoryEventStore } from './in-memory-event-store';

const types = eventTypes({
  'test.Opened': { schema: z.object({ by: z.string() }) },
  'test.Shut': { schema: z.object({ quietly: z.boolean() }) },
});
type DoorEvent = EventsOf<typeof types>;
interface Door {
  readonly open: boolean;
  readonly openedBy: readonly string[];
}

const door = decider<Door, DoorEvent>({
  stream: 'test.door',
  initial: { open: false, openedBy: [] },
  events: types,
  evolve: (state, event) =>
    event.type === 'test.Opened'
      ? { open: true, openedBy: [...state.openedBy, event.data.by] }
      : { ...state, open: false },
});

class OpenDoor extends Command<{ by: string; twice?: boolean }> {}
class ShutDoor extends Command<{ quietly: boolean }> {}

function open(state: Door, { by, twice }: { by: string; twice?: boolean }): DoorEvent[] {
  if (state.open) throw new Refused('door.open', 'The door is open already.');
  const opened: DoorEvent = { type: 'test.Opened', data: { by } };
  return twice ? [opened, { type: 'test.Shut', data: { quietly: true } }] : [opened];
}

const shut = (state: Door, body: { quietly: boolean }): DoorEvent[] =>
  state.open ? [{ type: 'test.Shut', data: body }] : [];

const request = (more: Partial<RequestContext> = {}): RequestContext => ({
  tenant: 'acme',
  actor: 'person-1',
  roles: [],
  correlation: 'request-1',
  now: new Date('2026-03-01T09:00:00Z'),
  ...more,
});

/** Lets another writer in just before an append reaches the store. */
class InterruptedStore extends InMemoryEventStore {
  readonly before: (() => Promise<unknown>)[] = [];
  reads = 0;

  override async append(append: Append): Promise<AppendOutcome> {
    await this.before.shift()?.();
    return super.append(append);
  }

  override readStream(...stream: Parameters<InMemoryEventStore['readStream']>) {
    this.reads++;
    return super.readStream(...stream);
  }
}

const STREAM = 'test.door-acme_front';

describe('a command', () => {
  let store: InterruptedStore;
  let runner: CommandRunner;
  /** Another process over the same store. */
  let elsewhere: CommandRunner;
  beforeEach(() => {
    store = new InterruptedStore();
    runner = new CommandRunner(store);
    elsewhere = new CommandRunner(store);
  });

  const runOpen = (by: string, more: Partial<RequestContext> = {}, through = runner) =>
    through.run(door, open, new OpenDoor(request(more), 'front', { by }));
  const runShut = (more: Partial<RequestContext> = {}, through = runner) =>
    through.run(door, shut, new ShutDoor(request(more), 'front', { quietly: false }));
  const history = async () => (await store.readStream('acme', STREAM)).map(({ type }) => type);

  it('becomes events that say who, for which request, under which schema version', async () => {
    const result = await runOpen('Ann', { onBehalfOf: 'person-2' });
    expect(result).toMatchObject({ id: 'front', version: 1, changed: true });
    const [event] = await store.readStream('acme', STREAM);
    expect(event).toMatchObject({
      type: 'test.Opened',
      data: { by: 'Ann' },
      metadata: { schemaVersion: 1, actor: 'person-1', onBehalfOf: 'person-2', correlation: 'request-1' },
      position: result.position,
    });
  });

  it('that is refused leaves no event', async () => {
    await runOpen('Ann');
    await expect(runOpen('Bob')).rejects.toMatchObject({ code: 'door.open', status: 422 });
    expect(await history()).toEqual(['test.Opened']);
  });

  it('that makes a record reads nothing first', async () => {
    await runOpen('Ann');
    expect(store.reads).toBe(0);
  });

  it('is decided on what is recorded where another process made the record', async () => {
    await runOpen('Ann', {}, elsewhere);
    await expect(runOpen('Bob')).rejects.toMatchObject({ code: 'door.open', status: 422 });
    await runShut();
    expect(await history()).toEqual(['test.Opened', 'test.Shut']);
  });

  it('whose rule cannot cope with a record that is not there is decided on the one that another process made', async () => {
    await runOpen('Ann', {}, elsewhere);
    const relay = (state: Door): DoorEvent[] => [{ type: 'test.Opened', data: { by: state.openedBy[0]!.trim() } }];
    await runner.run(door, relay, new OpenDoor(request(), 'front', { by: '' }));
    expect(await history()).toEqual(['test.Opened', 'test.Opened']);
  });

  it('whose event has not the form declared fails and records nothing, so that no read model meets it', async () => {
    await expect(runOpen(7 as unknown as string)).rejects.toThrow('test.Opened has not the form declared');
    expect(await history()).toEqual([]);
  });

  it('that changes nothing leaves no event and answers with where the record stands', async () => {
    expect(await runShut()).toEqual({ id: 'front', version: 0, position: undefined, changed: false });
    const opened = await runOpen('Ann');
    const shutResult = await runShut();
    expect(await runShut()).toEqual({ id: 'front', version: 2, position: shutResult.position, changed: false });
    expect(shutResult.position! > opened.position!).toBe(true);
  });

  describe('when somebody else changes the record at the same moment', () => {
    it('is decided again, on what has been recorded', async () => {
      store.before.push(
        () => runOpen('Bob', {}, elsewhere),
        async () => undefined,
      );
      await expect(runOpen('Ann')).rejects.toMatchObject({ code: 'door.open' });
      expect(await runner.state(door, 'acme', 'front')).toEqual({ open: true, openedBy: ['Bob'] });
    });

    it('goes through on the second try when it still may', async () => {
      await runOpen('Ann');
      store.before.push(async () => {
        store.before.unshift(
          async () => undefined,
          async () => undefined,
        );
        await runShut({}, elsewhere);
        await runOpen('Bob', {}, elsewhere);
      });
      expect(await runShut()).toMatchObject({ version: 4, changed: true });
    });

    it('gives up in the end and says so', async () => {
      const interrupt = async () => {
        const { length } = await InMemoryEventStore.prototype.readStream.call(store, 'acme', STREAM);
        const event = { id: crypto.randomUUID(), type: 'test.Shut', data: { quietly: true } };
        const metadata = { schemaVersion: 1, actor: 'x', correlation: 'x' };
        await InMemoryEventStore.prototype.append.call(store, {
          tenant: 'acme',
          stream: STREAM,
          expectedVersion: length,
          events: [{ ...event, metadata }],
        });
      };
      store.before.push(interrupt, interrupt, interrupt);
      await expect(runOpen('Ann')).rejects.toMatchObject({ code: 'record.busy', status: 409 });
      expect(await history()).toEqual(['test.Shut', 'test.Shut', 'test.Shut']);
    });

    it('is not decided again for somebody who named the version they had seen', async () => {
      await runOpen('Ann');
      store.before.push(async () => {
        store.before.unshift(async () => undefined);
        await runShut({ actor: 'person-2' }, elsewhere);
      });
      await expect(runShut({ expectedVersion: 1 })).rejects.toMatchObject({ status: 412 });
      expect(await history()).toEqual(['test.Opened', 'test.Shut']);
    });
  });

  describe('with If-Match', () => {
    it('is carried out at the version named', async () => {
      await runOpen('Ann', { expectedVersion: 0 });
      expect(await runShut({ expectedVersion: 1 })).toMatchObject({ version: 2 });
    });

    it('of an older version is refused with what has changed since, and by whom', async () => {
      await runOpen('Ann');
      await runShut({ actor: 'person-2' });
      await expect(runOpen('Bob', { expectedVersion: 1 })).rejects.toMatchObject({
        code: 'record.changed',
        status: 412,
        details: { changes: [{ version: 2, type: 'test.Shut', actor: 'person-2', recorded: expect.any(Date) }] },
      });
    });

    it('of a version that does not exist yet is refused', async () => {
      await expect(runOpen('Ann', { expectedVersion: 5 })).rejects.toMatchObject({ status: 412 });
    });
  });

  describe('sent again under the same Idempotency-Key', () => {
    const key = { idempotencyKey: 'key-1' };

    it('gets the first answer, though it would be refused by now', async () => {
      const first = await runOpen('Ann', key);
      expect(await runOpen('Ann', key)).toEqual({ ...first, changed: false });
      expect(await history()).toEqual(['test.Opened']);
    });

    it('gets the first answer, though it would be accepted as a new change', async () => {
      const first = await runOpen('Ann', key);
      await runShut();
      expect(await runOpen('Ann', key, elsewhere)).toEqual({ ...first, changed: false });
      expect(await history()).toEqual(['test.Opened', 'test.Shut']);
    });

    it('gets the first answer, though there is nothing left to change', async () => {
      const openThen = (state: Door, body: { by: string }) =>
        state.openedBy.includes(body.by) ? [] : open(state, body);
      const once = () => runner.run(door, openThen, new OpenDoor(request(key), 'front', { by: 'Ann' }));
      const first = await once();
      await runShut();
      expect(await once()).toEqual({ ...first, changed: false });
    });

    it('gets the version of the last of several events', async () => {
      const twice = () => runner.run(door, open, new OpenDoor(request(key), 'front', { by: 'Ann', twice: true }));
      const first = await twice();
      expect(first.version).toBe(2);
      await runOpen('Bob');
      expect(await twice()).toEqual({ ...first, changed: false });
    });

    it('gets the first answer, though If-Match names a version that is past', async () => {
      const first = await runOpen('Ann', { ...key, expectedVersion: 0 });
      await runShut();
      expect(await runOpen('Ann', { ...key, expectedVersion: 0 })).toEqual({ ...first, changed: false });
    });

    it('is carried out once when both arrive at the same moment', async () => {
      const [one, other] = await Promise.all([runOpen('Ann', key), runOpen('Ann', key, elsewhere)]);
      expect({ ...one, changed: null }).toEqual({ ...other, changed: null });
      expect(await history()).toEqual(['test.Opened']);
    });

    it('but with another body is refused', async () => {
      await runOpen('Ann', key);
      await runShut();
      await expect(runOpen('Bob', key)).rejects.toMatchObject({ code: 'request.idempotency-key-reused', status: 422 });
      const twice = new OpenDoor(request(key), 'front', { by: 'Bob', twice: true });
      await expect(runner.run(door, open, twice)).rejects.toMatchObject({ code: 'request.idempotency-key-reused' });
      expect(await history()).toEqual(['test.Opened', 'test.Shut']);
    });

    it('by another person, or for another record, is another request', async () => {
      await runOpen('Ann', key);
      await runShut();
      expect(await runOpen('Bob', { ...key, actor: 'person-2' })).toMatchObject({ version: 3, changed: true });
      const back = await runner.run(door, open, new OpenDoor(request(key), 'back', { by: 'Ann' }));
      expect(back).toMatchObject({ id: 'back', version: 1, changed: true });
    });
  });

  describe('on a record decided upon a moment ago', () => {
    it('needs no reading', async () => {
      await runOpen('Ann');
      const { reads } = store;
      await runShut();
      expect(store.reads).toBe(reads);
    });

    it('sees what another process has recorded since, when that allows it', async () => {
      await runOpen('Ann');
      await runShut({}, elsewhere);
      expect(await runOpen('Bob')).toMatchObject({ version: 3, changed: true });
    });

    it('sees what another process has recorded since, when there is something to change again', async () => {
      await runOpen('Ann');
      await runShut();
      await runOpen('Bob', {}, elsewhere);
      expect(await runShut()).toMatchObject({ version: 4, changed: true });
    });

    it('never mistakes one tenant’s record for another’s under a name that reads the same', async () => {
      await runner.run(door, open, new OpenDoor(request({ tenant: 'a_b' }), 'c', { by: 'Ann' }));
      const other = await runner.run(door, shut, new ShutDoor(request({ tenant: 'a' }), 'b_c', { quietly: true }));
      expect(other).toMatchObject({ version: 0, changed: false });
    });

    it('forgets what was not used for longest', async () => {
      const small = new CommandRunner(store, { cachedStreams: 1 });
      await small.run(door, open, new OpenDoor(request(), 'front', { by: 'Ann' }));
      await small.run(door, open, new OpenDoor(request(), 'back', { by: 'Ann' }));
      const { reads } = store;
      expect(await small.run(door, shut, new ShutDoor(request(), 'front', { quietly: true }))).toMatchObject({
        version: 2,
      });
      expect(store.reads).toBe(reads + 1);
    });
  });
});
