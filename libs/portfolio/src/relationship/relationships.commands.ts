import { bind, Command } from '@mainstay/event-sourcing';
import {
  forgetContact,
  markWhiteSpace,
  type MarkWhiteSpace,
  recordWallet,
  type RecordWallet,
  relationships,
  setLevel,
  type SetLevel,
  setReportingLine,
  type SetReportingLine,
} from './relationships';

export class SetReportingLineTo extends Command<SetReportingLine> {}
export class ForgetContact extends Command<{ contactId: string }> {}
export class SetRelationshipLevel extends Command<SetLevel> {}
export class MarkWhiteSpaceAs extends Command<MarkWhiteSpace> {}
export class RecordWalletShare extends Command<RecordWallet> {}

export const relationshipsCommands = bind(relationships, [
  [SetReportingLineTo, setReportingLine],
  [ForgetContact, forgetContact],
  [SetRelationshipLevel, setLevel],
  [MarkWhiteSpaceAs, markWhiteSpace],
  [RecordWalletShare, recordWallet],
]);
