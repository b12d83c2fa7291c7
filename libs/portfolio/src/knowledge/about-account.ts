import { idOfStream } from '@mainstay/event-sourcing';

/** How the history tells a record that belongs to an account: its kind is also its type. */
export const aboutAccount =
  (kind: string) =>
  ({ tenant, stream, data }: { tenant: string; stream: string; data: { accountId: string } }) => ({
    kind,
    subject: { type: kind, id: idOfStream(tenant, stream) },
    accountId: data.accountId,
  });
