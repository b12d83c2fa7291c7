import { idOfStream } from '@mainstay/event-sourcing';
import type { Sealed } from '@mainstay/personal-data';
import { column, projection, readTable, type Rows, type StoredRowOf } from '@mainstay/read-store';
import { unsaid } from './contact';
import { contactEvents, type ContactLevel, type Influence, type Stance, type Strength } from './contact.events';

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
    influence: column.text<Influence>().optional(),
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

/** Who of ours knows whom, and how; pairs that met without knowing each other stand here too, `known` false. */
export const relationshipTable = readTable('contact_relationship', {
  key: ['contactId', 'personId'],
  columns: {
    contactId: column.text(),
    /** Of ours. */
    personId: column.text(),
    known: column.boolean(),
    stance: column.text<Stance>(),
    strength: column.text<Strength>(),
    ownerId: column.text().optional(),
    note: column.json<Sealed>().optional(),
    lastContactOn: column.date().optional(),
  },
  indexes: [['personId']],
});

/** Every time we were in touch. */
export const meetingTable = readTable('contact_meeting', {
  key: ['contactId', 'meeting'],
  columns: {
    contactId: column.text(),
    /** Counts the meetings of a contact, in the order in which they were told. */
    meeting: column.integer(),
    metOn: column.date(),
    by: column.text(),
    /** A plain text where it was written down before notes were sealed. */
    note: column.json<Sealed | string>(),
  },
});

export const contactRegister = projection({
  name: 'portfolio.contact-register',
  version: 3,
  events: contactEvents,
  tables: { contacts: contactTable, relationships: relationshipTable, meetings: meetingTable },
  on: {
    'portfolio.ContactAdded': ({ tenant, stream, version, data }, { contacts, relationships }) => {
      const contactId = idOfStream(tenant, stream);
      contacts.insert({ contactId, ...data, erased: false, version });
      for (const personId of data.knownBy) {
        say(relationships, { contactId, personId }, { known: true });
      }
    },
    'portfolio.ContactChanged': ({ tenant, stream, version, data }, { contacts, relationships }) => {
      const contactId = idOfStream(tenant, stream);
      const { from, to } = data;
      contacts.update({ contactId }, { ...to, version });
      if (!to.knownBy) return;
      for (const personId of new Set([...(from.knownBy ?? []), ...to.knownBy])) {
        const known = to.knownBy.includes(personId);
        say(relationships, { contactId, personId }, known ? { known } : ended);
      }
    },
    'portfolio.ContactMet': ({ tenant, stream, version, data }, { contacts, relationships, meetings }) => {
      const contactId = idOfStream(tenant, stream);
      const { metOn, by, note } = data;
      meetings.insert({ contactId, meeting: version, metOn, by, note });
      contacts.update({ contactId }, ({ lastContactOn }) => ({
        ...(lastContactOn && lastContactOn > metOn ? {} : { lastContactOn: metOn, lastContactBy: by }),
        version,
      }));
      say(relationships, { contactId, personId: by }, ({ lastContactOn }) =>
        lastContactOn && lastContactOn > metOn ? {} : { lastContactOn: metOn },
      );
    },
    'portfolio.RelationshipSet': ({ tenant, stream, version, data }, { contacts, relationships }) => {
      const contactId = idOfStream(tenant, stream);
      const { personId, to } = data;
      contacts.update({ contactId }, ({ knownBy }) => {
        const others = knownBy.filter((id) => id !== personId);
        return { knownBy: to ? [...others, personId].sort() : others, version };
      });
      say(relationships, { contactId, personId }, to ? { ...to, known: true } : ended);
    },
    'portfolio.ContactLeft': ({ tenant, stream, version, data }, { contacts }) =>
      contacts.update({ contactId: idOfStream(tenant, stream) }, { leftOn: data.to, version }),
    'portfolio.ContactMoved': ({ tenant, stream, version, data: { accountId } }, { contacts }) =>
      contacts.update({ contactId: idOfStream(tenant, stream) }, { accountId, version }),
    'portfolio.ContactErased': ({ tenant, stream, version }, { contacts }) =>
      contacts.update(
        { contactId: idOfStream(tenant, stream) },
        { name: null, jobTitle: null, email: null, phone: null, erased: true, version },
      ),
  },
});

type Pair = { contactId: string; personId: string };
type Patch = Partial<Omit<StoredRowOf<typeof relationshipTable>, keyof Pair | 'tenant' | 'recorded'>>;

const ended = { known: false, ...unsaid };

function say(
  relationships: Rows<typeof relationshipTable>,
  { contactId, personId }: Pair,
  patch: Patch | ((row: { readonly lastContactOn?: string | null }) => Patch),
): void {
  relationships.upsert({ contactId, personId }, (row) => {
    const told = typeof patch === 'function' ? patch({ lastContactOn: row?.lastContactOn }) : patch;
    return { known: false, ...unsaid, ...row, contactId, personId, ...told };
  });
}
