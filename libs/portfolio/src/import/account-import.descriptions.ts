import { type Descriptions, idOfStream } from '@mainstay/event-sourcing';
import type { AccountImportEvent } from './account-import.events';

const of = ({ tenant, stream }: { tenant: string; stream: string }) => ({
  kind: 'account-import',
  subject: { type: 'account-import', id: idOfStream(tenant, stream) },
});

export const accountImportDescriptions: Descriptions<AccountImportEvent> = {
  'portfolio.AccountImportStarted': (event) => {
    const { reason, refusals: _, ...after } = event.data;
    return { ...of(event), detail: 'started', after, why: reason ?? undefined };
  },
  'portfolio.AccountImportFinished': (event) => ({ ...of(event), detail: 'finished', after: event.data }),
  'portfolio.AccountImportUndoStarted': (event) => ({ ...of(event), detail: 'undo-started', why: event.data.reason }),
  'portfolio.AccountImportUndone': (event) => ({ ...of(event), detail: 'undone', after: event.data }),
};
