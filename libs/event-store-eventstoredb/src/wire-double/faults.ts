import { Metadata, type ServiceError, status } from '@grpc/grpc-js';

export type Method = 'append' | 'read' | 'subscribe';

/**
 * `silent`: the call is not answered. `silent-after`: it is carried out and not answered. The others are answered as a
 * server does that has lost its quorum, does not admit the caller, is not the leader, or takes no append of that size.
 */
export type Fault = 'silent' | 'silent-after' | 'unavailable' | 'access-denied' | 'append-too-large' | Leader;

/** The double is not the leader; this is. */
export interface Leader {
  readonly host: string;
  readonly port: number;
}

export const MAX_APPEND_SIZE = 16 * 1024 * 1024;

/** Faults that wait for the next calls of a method. */
export class Faults {
  private planted: { readonly method: Method; readonly fault: Fault; readonly stream: string }[] = [];

  /** @param stream part of the name of the stream that the call must be about; an empty one is in every name */
  plant(method: Method, fault: Fault, { times = 1, stream = '' } = {}): void {
    for (let time = 0; time < times; time++) this.planted.push({ method, fault, stream });
  }

  next(method: Method, stream: string): Fault | undefined {
    const index = this.planted.findIndex((planted) => planted.method === method && stream.includes(planted.stream));
    return index < 0 ? undefined : this.planted.splice(index, 1)[0]!.fault;
  }
}

export function answerTo(fault: Exclude<Fault, 'silent' | 'silent-after'>): ServiceError {
  if (fault === 'unavailable') return failure(status.UNAVAILABLE, 'Server Is Not Ready', {});
  if (fault === 'access-denied') {
    return failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' });
  }
  if (fault === 'append-too-large') {
    return failure(status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded', {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': String(MAX_APPEND_SIZE),
    });
  }
  return failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': fault.host,
    'leader-endpoint-port': String(fault.port),
  });
}

function failure(code: status, details: string, properties: Record<string, string>): ServiceError {
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(properties)) metadata.set(name, value);
  return Object.assign(new Error(details), { code, details, metadata });
}
