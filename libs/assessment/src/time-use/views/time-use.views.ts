import { z } from 'zod';
import { activityIds, sellingDriverIds } from '../catalogue/time-catalogues';
import { profileShares, shares } from '../profile/shares';

const activityId = z.enum(activityIds);
const driverId = z.enum(sellingDriverIds);
const drivers = z.array(driverId);
const driverCounts = z.array(z.object({ driverId, count: z.int() }));
const month = z.string().describe('Such as 2026-03');
const period = z.string().describe('A week such as 2026-W09, or a month such as 2026-03');
const kind = z.enum(['week', 'month']);

const deviation = z.object({
  activityId,
  share: z.number(),
  difference: z.number().describe('Points above or below the mid-point of the profile'),
  flag: z.enum(['over', 'under']).nullable().describe('Set from a difference of 10 points on'),
});

export const profileView = z.object({
  version: z.int(),
  effectiveFrom: z.iso.date().nullable().describe('Null: from ever'),
  shares: profileShares,
});

export const profilesView = z.object({
  id: z.string().describe('Of the record whose history tells every change'),
  version: z.int().describe('Of the record; 0 while the recommendation holds'),
  versions: z.array(
    profileView.extend({
      /** Null for the recommendation of the catalogue. */
      reason: z.string().nullable(),
      setBy: z.string().nullable(),
      setAt: z.iso.datetime().nullable(),
    }),
  ),
});

const recordView = z.object({
  id: z.string().describe('Of the record whose history tells every change'),
  period,
  kind,
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  month,
  profileVersion: z.int(),
  sellingDrivers: drivers,
  note: z.string().nullable(),
  corrections: z.int(),
  recordedAt: z.iso.datetime(),
  /** False for what was recorded, or last corrected, after its month closed. */
  inTime: z.boolean(),
  deviations: z.array(deviation),
});
export type RecordView = z.infer<typeof recordView>;

/** The year of one person. */
export const personYear = z.object({
  personId: z.string(),
  year: z.int(),
  records: z.array(recordView),
  months: z.array(
    z.object({
      month,
      source: z.enum(['month', 'weeks']).nullable().describe('Null: nothing recorded'),
      deviations: z.array(deviation),
      sellingDrivers: drivers,
    }),
  ),
  /** Mean of the months recorded, against the profile of the last of them. */
  mean: z.array(deviation),
  profile: profileView,
});
export type PersonYear = z.infer<typeof personYear>;

/** What a person needs to say where the time of a period went. */
export const entryView = z.object({
  period,
  kind,
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  month,
  closesAt: z.iso.datetime().describe('What is recorded later does not count in the figures of the enterprise'),
  closed: z.boolean(),
  profile: profileView,
  record: recordView.extend({ shares }).nullable(),
  previous: z
    .object({ period, shares, sellingDrivers: drivers })
    .nullable()
    .describe('The latest record of the same kind before this period'),
  revisions: z.array(
    z.object({
      version: z.int(),
      shares,
      sellingDrivers: drivers,
      note: z.string().nullable(),
      reason: z.string().nullable(),
      recordedAt: z.iso.datetime(),
    }),
  ),
  version: z.int().describe('Of the record; 0 where nothing is recorded yet'),
});
export type EntryView = z.infer<typeof entryView>;

export const teamView = z.object({
  month,
  profile: profileView,
  people: z.array(
    z.object({
      personId: z.string(),
      source: z.enum(['month', 'weeks']).nullable().describe('Null: nothing recorded for the month'),
      deviations: z.array(deviation),
      sellingDrivers: drivers,
      flags: z.int(),
    }),
  ),
  drivers: driverCounts,
});
export type TeamView = z.infer<typeof teamView>;

const figures = z.object({
  personMonths: z.int().describe('Within one month as many as people'),
  activities: z.array(
    z.object({
      activityId,
      mean: z.number(),
      spread: z.number().describe('Standard deviation, in points'),
      over: z.int(),
      under: z.int(),
    }),
  ),
  drivers: driverCounts,
});
const cell = figures.nullable().describe('Null: not shown, because it would be of fewer than five people');
const divisions = z.array(
  z.object({ divisionId: z.string().nullable().describe('Null: across divisions'), figures: cell }),
);

export const enterpriseView = z.object({
  year: z.int(),
  smallestGroup: z.int(),
  profile: profileView,
  months: z.array(z.object({ month, closesAt: z.iso.datetime(), closed: z.boolean(), figures: cell, divisions })),
  figures: cell,
  divisions,
});
export type EnterpriseView = z.infer<typeof enterpriseView>;

const year = z.coerce.number().int().min(2000).max(2999).optional();
export const yearQuery = z.object({ year: year.describe('The present year unless told') });
export const monthQuery = z.object({
  month: z
    .string()
    .regex(/^2\d{3}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-03')
    .optional()
    .describe('The last month that has ended unless told'),
});

export const setProfileRequest = z.strictObject({
  shares: profileShares,
  effectiveFrom: z.iso.date(),
  reason: z.string().trim().max(2_000),
});

export const recordTimeRequest = z.strictObject({
  shares,
  sellingDrivers: z.array(driverId).max(sellingDriverIds.length).default([]),
  note: z.string().trim().max(2_000).optional(),
  reason: z.string().trim().max(2_000).optional().describe('For changing what was recorded'),
});
