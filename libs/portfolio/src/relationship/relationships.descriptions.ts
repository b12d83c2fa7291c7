import { type Descriptions, idOfStream } from '@mainstay/event-sourcing';
import type { RelationshipsEvent } from './relationships.events';

const of = ({ tenant, stream }: { tenant: string; stream: string }) => {
  const id = idOfStream(tenant, stream);
  return { subject: { type: 'account', id }, accountId: id };
};

export const relationshipsDescriptions: Descriptions<RelationshipsEvent> = {
  'portfolio.ReportingLineSet': (event) => {
    const { contactId, from, to, reason } = event.data;
    const kind = 'reporting-line';
    return {
      ...of(event),
      kind,
      detail: contactId,
      before: { reportsTo: from },
      after: { reportsTo: to },
      why: reason,
    };
  },
  'portfolio.RelationshipLevelSet': (event) => {
    const { from, to, effectiveOn, reason } = event.data;
    const after = { level: to, effectiveOn };
    return { ...of(event), kind: 'relationship-level', before: { level: from }, after, why: reason };
  },
  'portfolio.WhiteSpaceMarked': (event) => {
    const { divisionId, offeringId, from, to, reason } = event.data;
    const told = { ...of(event), kind: 'white-space', divisionId, detail: offeringId };
    return { ...told, before: { state: from }, after: { state: to }, why: reason };
  },
  'portfolio.WalletShareRecorded': (event) => {
    const { on, from, to, reason } = event.data;
    return { ...of(event), kind: 'wallet-share', detail: on, before: from, after: to, why: reason };
  },
};
