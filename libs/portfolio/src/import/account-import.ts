import { bind, Command, decider, NotFound, Refused } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { prose } from '../fields';
import { type AccountImportEvent, accountImportEvents } from './account-import.events';

type Of<Type extends AccountImportEvent['type']> = Extract<AccountImportEvent, { type: Type }>['data'];
type Started = Of<'portfolio.AccountImportStarted'>;

export type ImportState = 'running' | 'finished' | 'undoing' | 'undone';
export type AccountImport =
  | { readonly state: 'unknown' }
  | (Started & { readonly state: ImportState; readonly startedBy: string; readonly undoReason: string | null });

export const accountImport = decider<AccountImport, AccountImportEvent>({
  stream: 'portfolio.account-import',
  initial: { state: 'unknown' },
  events: accountImportEvents,
  evolve: (state, event) => {
    if (event.type === 'portfolio.AccountImportStarted') {
      return { ...event.data, state: 'running', startedBy: event.metadata.actor, undoReason: null };
    }
    if (state.state === 'unknown') return state;
    switch (event.type) {
      case 'portfolio.AccountImportFinished':
        return { ...state, state: 'finished' };
      case 'portfolio.AccountImportUndoStarted':
        return { ...state, state: 'undoing', undoReason: event.data.reason };
      case 'portfolio.AccountImportUndone':
        return { ...state, state: 'undone' };
      default:
        return event satisfies never;
    }
  },
});

interface OfImport {
  readonly importId: string;
}

export function known(state: AccountImport, importId: string) {
  if (state.state === 'unknown') throw new NotFound('import', importId);
  return state;
}

export function startImport(state: AccountImport, body: Started): AccountImportEvent[] {
  return state.state === 'unknown' ? [{ type: 'portfolio.AccountImportStarted', data: body }] : [];
}

export function finishImport(
  state: AccountImport,
  { importId, ...data }: OfImport & Of<'portfolio.AccountImportFinished'>,
): AccountImportEvent[] {
  return known(state, importId).state === 'running' ? [{ type: 'portfolio.AccountImportFinished', data }] : [];
}

/** Also while the import is under way or was interrupted: what it has done so far is taken back. */
export function startUndo(state: AccountImport, { importId, reason }: UndoImportBody): AccountImportEvent[] {
  const present = known(state, importId);
  if (present.state === 'undoing' || present.state === 'undone') return [];
  if (!reason) throw new Refused('import.reason-missing', 'reason: say why the import is undone.');
  return [{ type: 'portfolio.AccountImportUndoStarted', data: { reason } }];
}

export function finishUndo(
  state: AccountImport,
  { importId, ...data }: OfImport & Of<'portfolio.AccountImportUndone'>,
): AccountImportEvent[] {
  return known(state, importId).state === 'undoing' ? [{ type: 'portfolio.AccountImportUndone', data }] : [];
}

export const undoImportBody = z.strictObject({ reason: prose.default('') });
export type UndoImportBody = z.infer<typeof undoImportBody> & OfImport;

export class StartImport extends Command<Started> {}
export class FinishImport extends Command<OfImport & Of<'portfolio.AccountImportFinished'>> {}
export class UndoImport extends Command<UndoImportBody> {}
export class FinishUndo extends Command<OfImport & Of<'portfolio.AccountImportUndone'>> {}

export const importCommands = bind(accountImport, [
  [StartImport, startImport],
  [FinishImport, finishImport],
  [UndoImport, startUndo],
  [FinishUndo, finishUndo],
]);
