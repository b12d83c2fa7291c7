import {
  Server,
  ServerCredentials,
  type ServerUnaryCall,
  type ServerReadableStream,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb';
import { SupportedMethod, SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb';
import type { Empty } from '@eventstore/db-client/generated/shared_pb';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb';
import { type AppendReq, type AppendResp, ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { answerTo, type Fault, Faults, type Leader, MAX_APPEND_SIZE, type Method } from './faults';
import { Log, type LogEvent, type Proposed } from './log';
import {
  eventMessage,
  expectedIn,
  filterIn,
  nameIn,
  proposedIn,
  streamNotFound,
  written,
  wrongExpectedVersion,
} from './messages';
import { type ReadCall, send, subscribe } from './subscription';

/**
 * Speaks the wire protocol of an EventStoreDB 24.10 server, as far as streams are appended to, read and subscribed to, from
 * memory. For tests: it can be told to fail as servers and networks do.
 */
export class EventStoreDbDouble {
  readonly faults = new Faults();
  /** Subscriptions that were begun. */
  subscriptions = 0;
  private server: Server | undefined;
  private port = 0;

  private constructor(
    readonly log: Log,
    /** Given: this double is a follower, and refuses who asks for the leader. */
    private readonly leader: Leader | undefined,
  ) {}

  static async start(options: { readonly log?: Log; readonly leader?: Leader } = {}): Promise<EventStoreDbDouble> {
    const double = new EventStoreDbDouble(options.log ?? new Log(), options.leader);
    await double.listen();
    return double;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  get endpoint(): Leader {
    return { host: '127.0.0.1', port: this.port };
  }

  /** Cuts every connection; new ones are taken. */
  cut(): void {
    this.server!.drain(`127.0.0.1:${this.port}`, 0);
  }

  /** Ends like a process that is killed: what it wrote is kept. */
  stop(): void {
    this.server?.forceShutdown();
    this.server = undefined;
  }

  /** Goes on, at the same address, with what was written. */
  async restart(): Promise<void> {
    this.stop();
    await this.listen();
  }

  private async listen(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': MAX_APPEND_SIZE });
    server.addService(ServerFeaturesService, { getSupportedMethods });
    server.addService(StreamsService, {
      read: (call: ReadCall) => void this.read(call),
      append: (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>) =>
        this.append(call, answer),
    });
    this.port = await new Promise<number>((resolve, reject) =>
      server.bindAsync(`127.0.0.1:${this.port}`, ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(port),
      ),
    );
    this.server = server;
  }

  private faultOf(method: Method, stream: string, call: Pick<ReadCall, 'metadata'>): Fault | undefined {
    const asksForLeader = call.metadata.get('requires-leader').includes('true');
    return (asksForLeader ? this.leader : undefined) ?? this.faults.next(method, stream);
  }

  private append(call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void {
    let options: AppendReq.Options | undefined;
    const events: Proposed[] = [];
    let bytes = 0;
    call.on('error', () => undefined); // the caller went away
    call.on('data', (message: AppendReq) => {
      options ??= message.getOptions();
      const proposed = message.getProposedMessage();
      if (!proposed) return;
      events.push(proposedIn(proposed));
      bytes += proposed.getData_asU8().length + proposed.getCustomMetadata_asU8().length;
    });
    call.on('end', () => {
      const stream = nameIn(options!.getStreamIdentifier()!);
      const fault = this.faultOf('append', stream, call);
      if (fault === 'silent' || call.cancelled) return;
      if (fault && fault !== 'silent-after') return answer(answerTo(fault));
      if (bytes > MAX_APPEND_SIZE) return answer(answerTo('append-too-large'));
      const expected = expectedIn(options!);
      const outcome = this.log.write(stream, expected, events);
      if (fault === 'silent-after') return;
      answer(null, outcome.ok ? written(outcome.last) : wrongExpectedVersion(expected, outcome.current));
    });
  }

  private async read(call: ReadCall): Promise<void> {
    const options = call.request.getOptions()!;
    const fault = this.faultOf(
      options.hasSubscription() ? 'subscribe' : 'read',
      options.hasStream() ? streamIn(options) : '$all',
      call,
    );
    call.on('error', () => undefined); // the caller went away
    if (fault === 'silent' || fault === 'silent-after') return;
    if (fault) return void call.emit('error', answerTo(fault));
    if (options.hasSubscription()) {
      this.subscriptions++;
      return subscribe(call, this.log);
    }
    for (const event of this.found(options)) {
      if (call.cancelled) return;
      await send(call, event === 'no-stream' ? streamNotFound(streamIn(options)) : eventMessage(event));
    }
    call.end();
  }

  private *found(options: ReadReq.Options): Generator<LogEvent | 'no-stream'> {
    const back = options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;
    const events = options.hasStream() ? this.log.stream(streamIn(options)) : this.log.all;
    if (!events) return yield 'no-stream';
    const { passes } = filterIn(options);
    const from = this.indexOf(options);
    let left = Number(options.getCount());
    for (let at = from ?? (back ? events.length - 1 : 0); left > 0; at += back ? -1 : 1) {
      const event = events[at];
      if (!event) return;
      if (!passes(event)) continue;
      left--;
      yield event;
    }
  }

  /** Where a revision or position stands; undefined for the start or the end. */
  private indexOf(options: ReadReq.Options): number | undefined {
    const stream = options.getStream();
    if (stream) {
      const given = stream.getRevisionOptionCase() === ReadReq.Options.StreamOptions.RevisionOptionCase.REVISION;
      return given ? Number(stream.getRevision()) : undefined;
    }
    const position = options.getAll()!.getPosition();
    return position && this.log.after(BigInt(position.getCommitPosition()) - 1n);
  }
}

const streamIn = (options: ReadReq.Options) => nameIn(options.getStream()!.getStreamIdentifier()!);

/** As a real server of that version says; batchAppend is one that this double does not have, and the store does not use. */
function getSupportedMethods(_call: ServerUnaryCall<Empty, SupportedMethods>, answer: sendUnaryData<SupportedMethods>) {
  const methods = new SupportedMethods();
  methods.setEventStoreServerVersion('24.10.0.0');
  for (const name of ['append', 'read', 'batchappend']) {
    const method = new SupportedMethod();
    method.setServiceName('event_store.client.streams.streams');
    method.setMethodName(name);
    methods.addMethods(method);
  }
  answer(null, methods);
}
