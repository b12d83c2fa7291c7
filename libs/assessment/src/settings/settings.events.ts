import { type EventsOf, eventTypes } from '@mainstay/event-sourcing';
import { z } from 'zod';

const settings = z.strictObject({
  /** Per cent of a period's maximum from which the period counts as reached. */
  threshold: z.int(),
});
export type Settings = z.infer<typeof settings>;

export const settingsEvents = eventTypes({
  'assessment.AssessmentSettingsChanged': {
    schema: z.strictObject({ from: settings, to: settings, reason: z.string() }),
  },
});

export type SettingsEvent = EventsOf<typeof settingsEvents>;
