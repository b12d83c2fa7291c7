export { type Exported, exportEvents } from './export';
export { type Imported, importEvents } from './import';
export { TransferError } from './transfer-error';
export type { Installation, TransferredFile, TransferredKey } from './installation';
