import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { sealed } from '@mainstay/personal-data';
import { z } from 'zod';

/** How high the person stands at the customer. */
export const contactLevels = ['board', 'senior', 'middle', 'operational'] as const;
const level = z.enum(contactLevels);
export type ContactLevel = z.infer<typeof level>;

/** What the person does in a decision of the customer about us. */
export const influences = ['decides', 'influences', 'gatekeeper', 'uses'] as const;
const influence = z.enum(influences);
export type Influence = z.infer<typeof influence>;

/** How the person stands towards us, as somebody of ours sees it. */
export const stances = ['champion', 'supportive', 'neutral', 'critical', 'opposed', 'unknown'] as const;
/** How well somebody of ours knows the person. */
export const strengths = ['knows', 'works-with', 'trusted'] as const;
const relationship = z.object({
  stance: z.enum(stances),
  strength: z.enum(strengths),
  /** Who of ours answers for developing it; null: nobody yet. */
  ownerId: z.string().nullable(),
  /** About the person, so sealed with the person's key. */
  note: sealed.nullable(),
});
export type Relationship = z.infer<typeof relationship>;
export type Stance = Relationship['stance'];
export type Strength = Relationship['strength'];

/** What is known of a person at the customer. Name, title and addresses are sealed before they get here. */
const facts = z.object({
  name: sealed,
  jobTitle: sealed.nullable(),
  email: sealed.nullable(),
  phone: sealed.nullable(),
  /** Part of the customer's organisation, such as purchasing. */
  function: z.string(),
  level,
  /** Null and left out: not said. */
  influence: influence.nullable().optional(),
  /** People of ours who know the person. */
  knownBy: z.array(z.string()),
  /** What the personal data is kept for. */
  purpose: z.string(),
  /** Day by which it is to be erased, unless the purpose still holds. */
  keepUntil: z.iso.date().nullable(),
});
export type ContactFacts = z.infer<typeof facts>;

const accountId = z.string();

export const contactEvents = eventTypes({
  'portfolio.ContactAdded': { schema: facts.extend({ accountId }) },
  'portfolio.ContactChanged': {
    /** Only what changed. */
    schema: z.object({ accountId, from: facts.partial(), to: facts.partial(), reason: z.string() }),
  },
  /** We were in touch: the later of two dates is the last contact. A note says something of the person: it is sealed. */
  'portfolio.ContactMet': {
    schema: z.object({ accountId, metOn: z.iso.date(), by: z.string(), note: z.union([z.string(), sealed]) }),
  },
  /** When the person left the customer; null where a leaving was taken back. */
  'portfolio.ContactLeft': {
    schema: z.object({
      accountId,
      from: z.iso.date().nullable(),
      to: z.iso.date().nullable(),
      reason: z.string(),
    }),
  },
  /** How somebody of ours stands with the person; `to` null where the two do not know each other any more. */
  'portfolio.RelationshipSet': {
    schema: z.object({
      accountId,
      personId: z.string(),
      from: relationship.nullable(),
      to: relationship.nullable(),
      reason: z.string(),
    }),
  },
  /** The person's account was merged into another, or parted from it again; `accountId` is where the contact belongs now. */
  'portfolio.ContactMoved': {
    schema: z.object({ accountId, from: z.string(), mergeId: z.string(), reason: z.string() }),
  },
  'portfolio.ContactErased': { schema: z.object({ accountId, reason: z.string() }) },
});
export type ContactEvent = EventsOf<typeof contactEvents>;
