import { eventTypes, type EventsOf } from '@mainstay/event-sourcing';
import { z } from 'zod';

/** From one of many vendors to joint ventures; from customer selection, the relationship table. */
export const relationshipLevels = ['commodity', 'enhanced', 'collaborative', 'partner'] as const;
const level = z.enum(relationshipLevels);
export type RelationshipLevel = z.infer<typeof level>;

/** What a division sells, or could sell, of an offering to the customer. */
export const cellStates = ['bought', 'could', 'not-relevant'] as const;
const cell = z.enum(cellStates);
export type CellState = z.infer<typeof cell>;

const wallet = z.object({
  /** What the customer spends with us in a year, in the tenant's currency. */
  ours: z.number(),
  /** What the customer spends in a year on all that we could supply. */
  total: z.number(),
  /** Where the figures come from. */
  source: z.string(),
});
export type Wallet = z.infer<typeof wallet>;

const reason = z.string();
export const relationshipsEvents = eventTypes({
  /** Whom a contact reports to at the customer; null: nobody that we know of. */
  'portfolio.ReportingLineSet': {
    schema: z.object({ contactId: z.string(), from: z.string().nullable(), to: z.string().nullable(), reason }),
  },
  /** `from` is the level that held on the day before this was said; null: none. */
  'portfolio.RelationshipLevelSet': {
    schema: z.object({ from: level.nullable(), to: level, effectiveOn: z.iso.date(), reason }),
  },
  'portfolio.WhiteSpaceMarked': {
    schema: z.object({
      divisionId: z.string(),
      offeringId: z.string(),
      from: cell.nullable(),
      to: cell.nullable(),
      reason,
    }),
  },
  /** The customer's spending on a day; figures of the same day are replaced. */
  'portfolio.WalletShareRecorded': {
    schema: z.object({ on: z.iso.date(), from: wallet.nullable(), to: wallet, reason }),
  },
});
export type RelationshipsEvent = EventsOf<typeof relationshipsEvents>;
