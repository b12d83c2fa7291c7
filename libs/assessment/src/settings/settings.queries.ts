import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { ReadStore } from '@mainstay/read-store';
import { z } from 'zod';
import { defaultSettings } from './settings';
import { settingsTable } from './settings.projection';

export const settingsAnswer = z.object({
  version: z.int().describe('0 before anything was changed'),
  threshold: z.int().describe('Per cent of its maximum from which a period counts as reached'),
  /** Null while the settings are those of the product. */
  changed: z.object({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});
export type SettingsAnswer = z.infer<typeof settingsAnswer>;

/** How the enterprise reads its assessments, now or as at a past moment. */
@Injectable()
export class AssessmentSettings {
  constructor(private readonly readStore: ReadStore) {}

  read(context: RequestContext): Promise<SettingsAnswer> {
    return this.readStore.read(context, async (manager) => {
      const row = await manager.findOneBy(settingsTable.entity, {});
      if (!row) return { version: 0, ...defaultSettings, changed: null };
      const { version, threshold, changedBy: by, changedAt, reason } = row;
      return { version, threshold, changed: { by, at: changedAt.toISOString(), reason } };
    });
  }
}
