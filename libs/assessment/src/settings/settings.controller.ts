import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandResult, RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { z } from 'zod';
import { ChangeAssessmentSettings, changeSettingsRequest } from './settings.commands';
import { AssessmentSettings, settingsAnswer } from './settings.queries';

@Controller('api/t/:tenant/assessment-settings')
export class SettingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly settings: AssessmentSettings,
  ) {}

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'How the enterprise reads its assessments.',
    answer: settingsAnswer,
  })
  getAssessmentSettings(@Ctx() context: RequestContext) {
    return this.settings.read(context);
  }

  @Endpoint({
    method: 'PUT',
    access: 'assessment.configure',
    summary: 'Set from which share of its maximum a period counts as reached, with a reason.',
    body: changeSettingsRequest,
    answer: 'command',
  })
  changeAssessmentSettings(
    @Ctx() context: RequestContext,
    @Input() body: z.infer<typeof changeSettingsRequest>,
  ): Promise<CommandResult> {
    return this.commands.execute(new ChangeAssessmentSettings(context, context.tenant, body));
  }
}
