import { type Descriptions, idOfStream } from '@mainstay/event-sourcing';
import type { ContactEvent } from './contact.events';

const of = ({ tenant, stream, data }: { tenant: string; stream: string; data: { accountId: string } }) => ({
  kind: 'contact',
  subject: { type: 'contact', id: idOfStream(tenant, stream) },
  accountId: data.accountId,
});

/** What is sealed stays sealed: the history says that it changed. */
export const contactDescriptions: Descriptions<ContactEvent> = {
  'portfolio.ContactAdded': (event) => {
    const { accountId: _, ...after } = event.data;
    return { ...of(event), detail: 'added', after };
  },
  'portfolio.ContactChanged': (event) => {
    const { from, to, reason } = event.data;
    return { ...of(event), detail: Object.keys(to).join(', '), before: from, after: to, why: reason };
  },
  'portfolio.ContactMet': (event) => {
    const { metOn, by, note } = event.data;
    const told = { ...of(event), detail: 'met' };
    // Notes of before they were sealed stand there as they were typed.
    return typeof note === 'string'
      ? { ...told, after: { metOn, by }, why: note }
      : { ...told, after: { metOn, by, note } };
  },
  'portfolio.ContactLeft': (event) => {
    const { from, to, reason } = event.data;
    return { ...of(event), detail: 'left', before: { leftOn: from }, after: { leftOn: to }, why: reason };
  },
  'portfolio.RelationshipSet': (event) => {
    const { personId, from, to, reason } = event.data;
    return { ...of(event), kind: 'relationship', detail: personId, before: from, after: to, why: reason };
  },
  'portfolio.ContactMoved': (event) => {
    const { accountId, from, reason } = event.data;
    return { ...of(event), detail: 'moved', before: { accountId: from }, after: { accountId }, why: reason };
  },
  'portfolio.ContactErased': (event) => ({ ...of(event), detail: 'erased', why: event.data.reason }),
};
