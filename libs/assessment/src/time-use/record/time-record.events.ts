import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { sellingDriverIds } from '../catalogue/time-catalogues';
import { shares } from '../profile/shares';

/** What a person says about a period. */
export const timeSpent = z.strictObject({
  shares,
  /** What drove the selling, where it took more than it should; in the order of the catalogue. */
  sellingDrivers: z.array(z.enum(sellingDriverIds)),
  note: z.string().optional(),
});
export type TimeSpent = z.infer<typeof timeSpent>;

const record = { personId: z.string(), period: z.string() };

/**
 * The drivers of selling stand in the record and have no event of their own: such an event would tell everybody who reads
 * the audit history that this person sold too much.
 */
export const timeRecordEvents = eventTypes({
  'assessment.TimeRecorded': {
    schema: timeSpent.extend({
      ...record,
      profileVersion: z.int(),
      /** The division that the person worked in then. */
      divisionId: z.string().optional(),
    }),
  },
  'assessment.TimeCorrected': {
    schema: z.strictObject({ ...record, from: timeSpent, to: timeSpent, reason: z.string() }),
  },
});
export type TimeRecordEvent = EventsOf<typeof timeRecordEvents>;
