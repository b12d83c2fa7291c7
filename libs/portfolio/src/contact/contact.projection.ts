import { idOfStream } from '@mainstay/event-sourcing';
import type { Sealed } from '@mainstay/personal-data';
import { column, projection, readTable } from '@mainstay/read-store';
import { contactEvents, type ContactLevel } from './contact.events';

/** People at the customers. What identifies them stays sealed here too, history included: the vault opens it when read. */
export const contactTable = readTable('contact', {
  key: ['contactId'],
  columns: {
    contactId: column.text(),
    accountId: column.text(),
    name: column.json<Sealed>().optional(),
    jobTitle: column.json<Sealed>().optional(),
    email: column.json<Sealed>().optional(),
    phone: column.json<Sealed>().optional(),
    function: column.text(),
    level: column.text<ContactLevel>(),
    /** People of ours who know the contact. */
    knownBy: column.textArray(),
    purpose: column.text(),
    keepUntil: column.date().optional(),
    lastContactOn: column.date().optional(),
    /** Who of ours was in touch last. */
    lastContactBy: column.text().optional(),
    leftOn: column.date().optional(),
    erased: column.boolean(),
    version: column.integer(),
  },
  indexes: [['accountId']],
});

export const contactRegister = projection({
  name: 'portfolio.contact-register',
  version: 1,
  events: contactEvents,
  tables: { contacts: contactTable },
  on: {
    'portfolio.ContactAdded': ({ tenant, stream, version, data }, { contacts }) =>
      contacts.insert({ contactId: idOfStream(tenant, stream), ...data, erased: false, version }),
    'portfolio.ContactChanged': ({ tenant, stream, version, data }, { contacts }) =>
      contacts.update({ contactId: idOfStream(tenant, stream) }, { ...data.to, version }),
    'portfolio.ContactMet': ({ tenant, stream, version, data: { metOn, by } }, { contacts }) =>
      contacts.update({ contactId: idOfStream(tenant, stream) }, ({ lastContactOn }) => ({
        ...(lastContactOn && lastContactOn > metOn ? {} : { lastContactOn: metOn, lastContactBy: by }),
        version,
      })),
    'portfolio.ContactLeft': ({ tenant, stream, version, data }, { contacts }) =>
      contacts.update({ contactId: idOfStream(tenant, stream) }, { leftOn: data.to, version }),
    'portfolio.ContactErased': ({ tenant, stream, version }, { contacts }) =>
      contacts.update(
        { contactId: idOfStream(tenant, stream) },
        { name: null, jobTitle: null, email: null, phone: null, erased: true, version },
      ),
  },
});
