import type { Append, AppendOutcome, EventStore } from '@mainstay/event-sourcing';

/** A person's key, wrapped with the master key of the installation it comes from. */
export interface TransferredKey {
  readonly subject: string;
  readonly id: string;
  readonly wrapped: Buffer;
}

export interface TransferredFile {
  /** Of the bytes. */
  readonly sha256: string;
  readonly bytes: Buffer;
}

/** What events are moved from and to. */
export interface Installation {
  readonly store: EventStore & {
    /** Where the store has it: one transaction, in this order. Else appends of a tenant wait for each other. */
    appendInOrder?(requests: readonly Append[]): Promise<readonly AppendOutcome[]>;
  };
  readonly keys: {
    of(tenant: string): Promise<readonly TransferredKey[]>;
    take(tenant: string, keys: readonly TransferredKey[]): Promise<void>;
  };
  readonly files: {
    of(tenant: string): AsyncIterable<TransferredFile>;
    take(tenant: string, file: TransferredFile): Promise<void>;
  };
}
