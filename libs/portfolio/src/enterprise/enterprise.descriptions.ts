import type { Descriptions } from '@mainstay/event-sourcing';
import type { EnterpriseEvent } from './enterprise.events';

const ofDivision = (id: string) => ({ subject: { type: 'division', id }, divisionId: id });

export const enterpriseDescriptions: Descriptions<EnterpriseEvent> = {
  'portfolio.EnterpriseDescribed': ({ tenant, data: { from, ...after } }) => ({
    kind: 'enterprise',
    subject: { type: 'enterprise', id: tenant },
    before: from ?? undefined,
    after,
  }),
  'portfolio.ApprovalRuleSet': ({ tenant, data: { from, to, reason } }) => ({
    kind: 'approval-rule',
    subject: { type: 'enterprise', id: tenant },
    before: from,
    after: to,
    why: reason,
  }),
  'portfolio.HealthWeightsSet': ({ tenant, data: { from, to, reason } }) => ({
    kind: 'health-weights',
    subject: { type: 'enterprise', id: tenant },
    before: from,
    after: to,
    why: reason,
  }),
  'portfolio.DivisionOpened': ({ data: { divisionId, code, name } }) => ({
    kind: 'division',
    ...ofDivision(divisionId),
    detail: 'opened',
    after: { code, name },
  }),
  'portfolio.DivisionRenamed': ({ data: { divisionId, from, to } }) => ({
    kind: 'division',
    ...ofDivision(divisionId),
    detail: 'name',
    before: { name: from },
    after: { name: to },
  }),
  'portfolio.DivisionHeadAppointed': ({ data: { divisionId, from, to } }) => ({
    kind: 'division',
    ...ofDivision(divisionId),
    detail: 'head',
    before: { headId: from },
    after: { headId: to },
  }),
};
