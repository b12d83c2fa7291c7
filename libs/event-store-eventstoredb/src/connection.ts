import { type Credentials, EventStoreDBClient } from '@eventstore/db-client';

export interface Connection {
  readonly client: EventStoreDBClient;
  /**
   * Goes with every append. The client sends appends without credentials of their own through one batch call, whose
   * answers wait in a list of the whole process: a connection that one store loses fails the appends of every other.
   */
  readonly credentials: Credentials | undefined;
  /** Milliseconds that a call may go without an answer. */
  readonly deadline: number;
}

/**
 * @param url `esdb://` or `esdb+discover://`, as EventStoreDB documents it
 * @throws Error when it cannot be read
 */
export function connect(url: string, deadline: number): Connection {
  const client = EventStoreDBClient.connectionString(url);
  return { client, credentials: credentialsIn(url), deadline };
}

function credentialsIn(url: string): Credentials | undefined {
  const [, username, password] = /^[a-z+]+:\/\/([^:@/]+):([^@/]+)@/.exec(url) ?? [];
  if (username && password) {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  // Without TLS the client sends none, whatever is given.
  return /[?&]tls=false/i.test(url) ? { username: '', password: '' } : undefined;
}
