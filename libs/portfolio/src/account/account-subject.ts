import { idOfStream } from '@mainstay/event-sourcing';

/** The account that an event is about, for the history. */
export const ofAccount = ({ tenant, stream }: { tenant: string; stream: string }) => {
  const id = idOfStream(tenant, stream);
  return { subject: { type: 'account', id }, accountId: id };
};
