import { Empty, StreamIdentifier, UUID } from '@eventstore/db-client/generated/shared_pb';
import { AppendReq, AppendResp, type ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import type { Expected, LogEvent, Proposed } from './log';

// The messages of streams.proto of EventStoreDB 24.10, to and from what the log keeps.

export const nameIn = (identifier: StreamIdentifier) => Buffer.from(identifier.getStreamName_asU8()).toString('utf8');

export function expectedIn(options: AppendReq.Options): Expected {
  switch (options.getExpectedStreamRevisionCase()) {
    case AppendReq.Options.ExpectedStreamRevisionCase.REVISION:
      return Number(options.getRevision());
    case AppendReq.Options.ExpectedStreamRevisionCase.NO_STREAM:
      return 'no-stream';
    case AppendReq.Options.ExpectedStreamRevisionCase.STREAM_EXISTS:
      return 'exists';
    case AppendReq.Options.ExpectedStreamRevisionCase.ANY:
    case AppendReq.Options.ExpectedStreamRevisionCase.EXPECTED_STREAM_REVISION_NOT_SET:
      return 'any';
  }
}

export function proposedIn(message: AppendReq.ProposedMessage): Proposed {
  return {
    id: message.getId()!.getString(),
    data: message.getData_asU8(),
    customMetadata: message.getCustomMetadata_asU8(),
    properties: new Map(message.getMetadataMap().entries() as Iterable<[string, string]>),
  };
}

export function written(last: LogEvent): AppendResp {
  const position = new AppendResp.Position();
  position.setCommitPosition(String(last.position));
  position.setPreparePosition(String(last.position));
  const success = new AppendResp.Success();
  success.setCurrentRevision(String(last.revision));
  success.setPosition(position);
  const response = new AppendResp();
  response.setSuccess(success);
  return response;
}

export function wrongExpectedVersion(expected: Expected, current: number): AppendResp {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current < 0) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'no-stream') wrong.setExpectedNoStream(new Empty());
  else if (expected === 'exists') wrong.setExpectedStreamExists(new Empty());
  else if (expected === 'any') wrong.setExpectedAny(new Empty());
  else wrong.setExpectedRevision(String(expected));
  const response = new AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
}

export function eventMessage(event: LogEvent): ReadResp {
  const recorded = new ReadResp.ReadEvent.RecordedEvent();
  const id = new UUID();
  id.setString(event.id);
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(event.stream));
  recorded.setStreamRevision(String(event.revision));
  recorded.setCommitPosition(String(event.position));
  recorded.setPreparePosition(String(event.position));
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.customMetadata);
  const properties = recorded.getMetadataMap();
  for (const [name, value] of event.properties) properties.set(name, value);
  properties.set('created', String(event.created));
  const read = new ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(event.position));
  const response = new ReadResp();
  response.setEvent(read);
  return response;
}

export function streamNotFound(name: string): ReadResp {
  const notFound = new ReadResp.StreamNotFound();
  notFound.setStreamIdentifier(identifierOf(name));
  const response = new ReadResp();
  response.setStreamNotFound(notFound);
  return response;
}

export function confirmation(): ReadResp {
  const confirmation = new ReadResp.SubscriptionConfirmation();
  confirmation.setSubscriptionId(crypto.randomUUID());
  const response = new ReadResp();
  response.setConfirmation(confirmation);
  return response;
}

export function checkpoint(position: bigint): ReadResp {
  const checkpoint = new ReadResp.Checkpoint();
  checkpoint.setCommitPosition(String(position));
  checkpoint.setPreparePosition(String(position));
  const response = new ReadResp();
  response.setCheckpoint(checkpoint);
  return response;
}

export function caughtUp(): ReadResp {
  const response = new ReadResp();
  response.setCaughtUp(new ReadResp.CaughtUp());
  return response;
}

/** Which events a filter lets through, and after how many it reports how far it has come. */
export interface Filter {
  readonly passes: (event: LogEvent) => boolean;
  readonly window: number;
}

export function filterIn(options: ReadReq.Options): Filter {
  const filter = options.getFilter();
  if (!filter) return { passes: () => true, window: Infinity };
  const byStream = filter.getStreamIdentifier();
  const expression = byStream ?? filter.getEventType()!;
  const textOf = (event: LogEvent) => (byStream ? event.stream : event.properties.get('type')!);
  const prefixes = expression.getPrefixList();
  const regex = new RegExp(expression.getRegex());
  const window = filter.hasMax() ? filter.getMax() * filter.getCheckpointintervalmultiplier() : Infinity;
  return {
    passes: (event) =>
      prefixes.length > 0 ? prefixes.some((prefix) => textOf(event).startsWith(prefix)) : regex.test(textOf(event)),
    window,
  };
}

function identifierOf(name: string): StreamIdentifier {
  const identifier = new StreamIdentifier();
  identifier.setStreamName(Uint8Array.from(Buffer.from(name, 'utf8')));
  return identifier;
}
