/** Why events were not exported or imported, as one sentence for the operator. */
export class TransferError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TransferError';
  }
}
