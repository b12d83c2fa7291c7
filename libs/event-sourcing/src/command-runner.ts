import { createHash } from 'node:crypto';
import type { Command, CommandResult } from './command';
import type { RequestContext } from './context';
import { type Decide, type Decider, streamOf } from './decider';
import { Conflict, PreconditionFailed, Refused, Rejection } from './errors';
import type { DomainEvent, EventToAppend, Position, Recorded, RecordedEvent } from './event';
import type { EventStore } from './event-store';
import { upcast } from './event-types';
import { idFrom, newId } from './ids';
import { LeastRecentlyUsed } from './least-recently-used';

interface Loaded<State> {
  readonly state: State;
  readonly version: number;
  readonly position?: Position;
}

/** On a conflict the command is decided once more. */
const TRIES = 2;

/**
 * Carries a command out: load the stream, evolve, decide, append at the version seen. The evolved state of recent
 * streams is kept, and a stream not met yet is taken for a new one, so that most commands need no reading. Either may be
 * wrong, as another process may have written: the append checks the version, and what leads to no append (a refusal, no
 * change) is decided again on what is recorded.
 */
export class CommandRunner {
  private readonly recent: LeastRecentlyUsed<string, Loaded<unknown>>;

  constructor(
    private readonly store: EventStore,
    options: { readonly cachedStreams?: number } = {},
  ) {
    this.recent = new LeastRecentlyUsed(options.cachedStreams ?? 5_000);
  }

  /**
   * @throws Rejection from `decide`; PreconditionFailed where If-Match names another version than the present one;
   *   Conflict when others kept changing the record; StoreUnavailable
   */
  async run<State, Body, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    decide: Decide<State, Body, Event>,
    command: Command<Body>,
  ): Promise<CommandResult> {
    const { context, id } = command;
    const stream = streamOf(decider.stream, context.tenant, id);
    try {
      const kept = this.kept(decider, command, stream);
      let answer = kept && (await this.attempt(decider, decide, command, stream, kept, true));
      for (let tries = 0; !answer && tries < TRIES; tries++) {
        const loaded = await this.load(decider, context.tenant, stream);
        answer = await this.attempt(decider, decide, command, stream, loaded, false);
      }
      if (answer) return answer;
      throw new Conflict(
        'record.busy',
        'Others are changing this record at the same time. Nothing was changed; try again.',
      );
    } catch (error) {
      // A repeat of a request that was carried out may well be refused by now: it still gets its first answer.
      const earlier = error instanceof Rejection ? await this.earlierAnswer(command, stream) : undefined;
      if (earlier) return earlier;
      throw error;
    }
  }

  /** The present state of an aggregate, for a rule that depends on another record. */
  async state<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    tenant: string,
    id: string,
  ): Promise<State> {
    return (await this.load(decider, tenant, streamOf(decider.stream, tenant, id))).state;
  }

  /** The state to try first. A stream not met yet is taken for a new one: what makes a record needs no reading. */
  private kept<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    { context }: Command<unknown>,
    stream: string,
  ): Loaded<State> | undefined {
    const recent = this.recent.get(cacheKey(context.tenant, stream)) as Loaded<State> | undefined;
    if (recent || context.expectedVersion !== undefined) return recent;
    return { state: decider.initial, version: 0 };
  }

  /** Undefined when the state decided upon was, or may have been, stale: decide again on what is recorded. */
  private async attempt<State, Body, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    decide: Decide<State, Body, Event>,
    command: Command<Body>,
    stream: string,
    loaded: Loaded<State>,
    mayBeStale: boolean,
  ): Promise<CommandResult | undefined> {
    const { context, id, body } = command;
    const seen = context.expectedVersion;
    if (seen !== undefined && seen !== loaded.version) {
      if (mayBeStale) return undefined;
      throw await this.changedSince(context, stream);
    }
    let toAppend: EventToAppend[];
    try {
      const events = decide(loaded.state, body, context);
      toAppend = events.map((event, index) => envelope(decider, event, command, stream, index));
    } catch (error) {
      // Also what is no refusal: a rule may fail on a state that the record is not in.
      if (mayBeStale) return undefined;
      throw error;
    }
    if (toAppend.length === 0) {
      if (mayBeStale) return undefined;
      // There may be nothing left to change because this very request changed it: others may have followed since.
      const earlier = await this.earlierAnswer(command, stream);
      return earlier ?? { id, version: loaded.version, position: loaded.position, changed: false };
    }

    const outcome = await this.store.append({
      tenant: context.tenant,
      stream,
      expectedVersion: loaded.version,
      events: toAppend,
      recordedAt: context.recordedAt,
    });
    if (outcome.status === 'conflict') {
      this.recent.delete(cacheKey(context.tenant, stream));
      if (seen !== undefined) throw await this.changedSince(context, stream);
      return undefined;
    }
    const { version, position, recorded, repeated } = outcome;
    if (repeated) {
      return (await this.earlierAnswer(command, stream)) ?? { id, version, position, changed: false };
    }
    const state = toAppend.reduce(
      (state, event, index) =>
        decider.evolve(state, {
          ...event,
          tenant: context.tenant,
          stream,
          version: loaded.version + 1 + index,
          recorded,
          position,
        } as unknown as Recorded<Event>),
      loaded.state,
    );
    this.recent.set(cacheKey(context.tenant, stream), { state, version, position });
    return { id, version, position, changed: true };
  }

  private async load<State, Event extends DomainEvent>(
    decider: Decider<State, Event>,
    tenant: string,
    stream: string,
  ): Promise<Loaded<State>> {
    const events = await this.store.readStream(tenant, stream);
    const state = events.reduce(
      (state, event) => decider.evolve(state, upcast(decider.events, event) as Recorded<Event>),
      decider.initial,
    );
    const loaded = { state, version: events.length, position: events.at(-1)?.position };
    if (events.length > 0) this.recent.set(cacheKey(tenant, stream), loaded);
    return loaded;
  }

  private async earlierAnswer(command: Command<unknown>, stream: string): Promise<CommandResult | undefined> {
    const { context, id } = command;
    if (!context.idempotencyKey) return undefined;
    const first = await this.store.findEvent(context.tenant, eventId(context, stream, 0));
    if (!first) return undefined;
    if (first.metadata.request !== fingerprint(command)) {
      throw new Refused(
        'request.idempotency-key-reused',
        'This Idempotency-Key was used before for a different request.',
      );
    }
    const together = (await this.store.readStream(context.tenant, stream, first.version - 1)).filter(
      (event, index) => event.id === eventId(context, stream, index),
    );
    const last = together.at(-1) ?? first;
    return { id, version: last.version, position: last.position, changed: false };
  }

  private async changedSince(context: RequestContext, stream: string): Promise<PreconditionFailed> {
    const since = await this.store.readStream(context.tenant, stream, context.expectedVersion);
    return new PreconditionFailed(
      'record.changed',
      'The record has changed since you opened it. Nothing was changed.',
      {
        changes: since.map(({ version, type, metadata, recorded }: RecordedEvent) => ({
          version,
          type,
          actor: metadata.actor,
          recorded,
        })),
      },
    );
  }
}

function envelope<State, Event extends DomainEvent>(
  decider: Decider<State, Event>,
  event: Event,
  command: Command<unknown>,
  stream: string,
  index: number,
): EventToAppend {
  const { context } = command;
  const type = decider.events[event.type as Event['type']];
  // What a decision got wrong must not reach the history, where every read model would meet it.
  const form = type.schema.safeParse(event.data);
  if (!form.success) throw new Error(`${event.type} has not the form declared: ${form.error.message}`);
  return {
    id: context.idempotencyKey ? eventId(context, stream, index) : newId(),
    type: event.type,
    data: event.data,
    metadata: {
      schemaVersion: type.version ?? 1,
      effectiveOn: event.effectiveOn,
      actor: context.actor,
      onBehalfOf: context.onBehalfOf,
      correlation: context.correlation,
      request: context.idempotencyKey && index === 0 ? fingerprint(command) : undefined,
    },
  };
}

/** With the tenant: two tenants may have streams of one name. */
const cacheKey = (tenant: string, stream: string) => `${tenant}\0${stream}`;

/** A request's key belongs to the person who sent it; the stream is part of it so that one key may serve two records. */
const eventId = (context: RequestContext, stream: string, index: number) =>
  idFrom('event', context.tenant, context.actor, context.idempotencyKey!, stream, String(index));

const fingerprint = (command: Command<unknown>) =>
  createHash('sha256')
    .update(JSON.stringify([command.constructor.name, command.id, command.body]))
    .digest('base64url');
