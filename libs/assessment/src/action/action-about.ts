import { Injectable } from '@nestjs/common';
import { CommandRunner, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { audit } from '../audit/audit';
import { DivisionDirectory } from '../audit/division-directory';
import { phaseAuditOf } from '../catalogue/phase-audit';
import { AccountDirectory } from '../litmus/account-directory';
import { PROGRAMME } from '../litmus/litmus';
import { litmusTestId, litmusTestOf, presentLitmus } from '../litmus/litmus-catalogue';
import { organisation } from '../organisation/organisation';
import { organisationCatalogueFor } from '../organisation/catalogue/organisation-catalogue';
import type { Source } from './action.events';
import type { RaiseActionRequest } from './action.requests';

type Of<Kind extends Source['kind']> = Extract<Source, { kind: Kind }>;

/** What an action comes from and concerns must be there; where it is a finding about a division, so is the action. */
@Injectable()
export class ActionAbout {
  constructor(
    private readonly runner: CommandRunner,
    private readonly divisions: DivisionDirectory,
    private readonly accounts: AccountDirectory,
  ) {}

  /** The division that the action belongs to. @throws Refused naming what is not there */
  async divisionOf(context: RequestContext, body: RaiseActionRequest): Promise<string | undefined> {
    const { divisionId, accountId } = body;
    if (divisionId !== undefined && !(await this.divisions.exists(context, divisionId))) {
      throw unknown('division', 'divisionId', divisionId);
    }
    if (accountId !== undefined) await this.assertAccount(context, 'accountId', accountId);
    const found = await this.divisionFound(context, body.source);
    return divisionId ?? found;
  }

  private async divisionFound(context: RequestContext, source: Source): Promise<string | undefined> {
    switch (source.kind) {
      case 'audit-action':
        return this.audited(context, source);
      case 'organisation-cell':
        return this.assessed(context, source);
      case 'litmus':
        return this.tested(context, source);
      case 'own':
        return undefined;
    }
  }

  private async audited(context: RequestContext, { auditId, actionId }: Of<'audit-action'>) {
    const found = await this.runner.state(audit, context.tenant, auditId);
    if (found.kind === 'unknown') throw unknown('audit', 'source.auditId', auditId);
    if (!phaseAuditOf(found.catalogueVersion).action(actionId)) {
      throw notAsked('source.actionId', 'audit does not ask about an action', actionId);
    }
    return found.divisionId;
  }

  private async assessed(context: RequestContext, { assessmentId, element, group }: Of<'organisation-cell'>) {
    const found = await this.runner.state(organisation, context.tenant, assessmentId);
    if (found.kind === 'unknown') throw unknown('organisation assessment', 'source.assessmentId', assessmentId);
    const cell = `${element}-${group}`;
    if (!organisationCatalogueFor(found.catalogueVersion).cell(cell)) {
      throw notAsked('source.element, source.group', 'assessment does not ask about a cell', cell);
    }
    return found.divisionId;
  }

  private async tested(context: RequestContext, { test, subjectId, question }: Of<'litmus'>): Promise<undefined> {
    const known = litmusTestId.safeParse(test);
    if (!known.success) throw unknown('litmus test', 'source.test', test);
    const { questions } = litmusTestOf(presentLitmus, known.data);
    if (!questions.some(({ id }) => id === question)) {
      throw notAsked('source.question', 'test does not ask a question', question);
    }
    if (known.data !== 'organisation') await this.assertAccount(context, 'source.subjectId', subjectId);
    else if (subjectId !== PROGRAMME) throw unknown('programme', 'source.subjectId', subjectId);
  }

  private async assertAccount(context: RequestContext, field: string, accountId: string): Promise<void> {
    if (!(await this.accounts.account(context, accountId))) throw unknown('account', field, accountId);
  }
}

const unknown = (what: string, field: string, id: string) =>
  new Refused(`action.${what.replaceAll(' ', '-')}-unknown`, `${field}: there is no ${what} with the id ${id}.`);

const notAsked = (field: string, rule: string, id: string) =>
  new Refused('action.source-unknown', `${field}: the ${rule} with the id ${id}.`);
