import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { changeSettings, type ChangeSettingsBody, settings } from './settings';

export const changeSettingsRequest = z.strictObject({
  threshold: z.number().describe('Whole per cent of its maximum from which a period counts as reached, 1 to 100'),
  reason: z.string().trim().max(2_000).default(''),
});

export class ChangeAssessmentSettings extends Command<ChangeSettingsBody> {}

export const settingsCommands = bind(settings, [[ChangeAssessmentSettings, changeSettings]]);
