import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CommandRunner, type CommandResult, idForRequest, type RequestContext } from '@mainstay/event-sourcing';
import { Ctx, Endpoint, Input } from '@mainstay/http';
import type { z } from 'zod';
import { audit, changeable } from '../audit/audit';
import { leftOf } from './reminder';
import { DismissReminder, RemindAssessor } from './reminder.commands';
import { Reminders } from './reminder.queries';
import { reminderList, remindRequest } from './reminder.views';

@Controller('api/t/:tenant/audits/:auditId/reminders')
export class ReminderController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    private readonly reminders: Reminders,
  ) {}

  @Endpoint({
    method: 'POST',
    access: 'assessment.assign',
    summary: 'Remind an assessor of what is left to answer in the parts assigned.',
    body: remindRequest,
    answer: 'command',
    creates: true,
  })
  async remindAssessor(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Input() { personId, note }: z.infer<typeof remindRequest>,
  ): Promise<CommandResult> {
    const open = changeable(await this.runner.state(audit, context.tenant, auditId), auditId);
    const { divisionId } = open;
    const body = { divisionId, auditId, personId, left: leftOf(open, personId), note };
    return this.commands.execute(new RemindAssessor(context, idForRequest('reminder', context), body));
  }

  @Endpoint({
    method: 'GET',
    access: 'assessment.read',
    summary: 'The reminders sent about an audit, latest first.',
    answer: reminderList,
  })
  listReminders(@Ctx() context: RequestContext, @Param('auditId') auditId: string) {
    return this.reminders.ofAudit(context, auditId);
  }

  @Endpoint({
    method: 'POST',
    path: ':reminderId/dismissal',
    access: 'assessment.answer',
    summary: 'Take note of a reminder: it waits for the person no more.',
    answer: 'command',
  })
  dismissReminder(
    @Ctx() context: RequestContext,
    @Param('auditId') auditId: string,
    @Param('reminderId') reminderId: string,
  ): Promise<CommandResult> {
    return this.commands.execute(new DismissReminder(context, reminderId, { auditId, reminderId }));
  }
}
