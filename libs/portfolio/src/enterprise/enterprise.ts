import { Conflict, decider, NotFound, type Recorded, Refused } from '@mainstay/event-sourcing';
import { type ApprovalRule, defaultApproval, directions } from '../account/category';
import { type EnterpriseEvent, enterpriseEvents, type EnterpriseSettings } from './enterprise.events';
import type {
  AmendDivisionBody,
  DescribeEnterpriseBody,
  OpenDivisionBody,
  SetApprovalRuleBody,
  SetHealthWeightsBody,
} from './enterprise.commands';
import { defaultHealthWeights, healthParts, type HealthWeights } from './health-weights';

export interface Division {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly headId: string | null;
}

export interface Enterprise {
  /** Null until the enterprise was described. */
  readonly settings: EnterpriseSettings | null;
  readonly divisions: Readonly<Record<string, Division>>;
  /** How many people a change of category takes. */
  readonly approval: ApprovalRule;
  /** How much each part of an account's health counts. */
  readonly healthWeights: HealthWeights;
}

/** What holds until the enterprise says otherwise. */
export const defaultSettings: EnterpriseSettings = { name: '', currency: 'EUR', capacity: null, planReviewDays: 90 };

export const enterprise = decider<Enterprise, EnterpriseEvent>({
  stream: 'portfolio.enterprise',
  initial: { settings: null, divisions: {}, approval: defaultApproval, healthWeights: defaultHealthWeights },
  events: enterpriseEvents,
  evolve,
});

export function describeEnterprise(state: Enterprise, to: DescribeEnterpriseBody): EnterpriseEvent[] {
  const from = state.settings;
  const unchanged =
    from !== null &&
    from.name === to.name &&
    from.currency === to.currency &&
    from.capacity === to.capacity &&
    from.planReviewDays === to.planReviewDays;
  return unchanged ? [] : [{ type: 'portfolio.EnterpriseDescribed', data: { ...to, from } }];
}

export function openDivision(state: Enterprise, division: OpenDivisionBody): EnterpriseEvent[] {
  const { divisionId, code, name, headId } = division;
  const known = Object.values(state.divisions).find((other) => other.code === code);
  if (known) {
    const repeated = known.name === name && known.headId === (headId ?? null);
    if (repeated) return [];
    throw new Conflict('division.code-taken', `code: another division, ${known.name}, already has the code ${code}.`);
  }
  const opened: EnterpriseEvent = { type: 'portfolio.DivisionOpened', data: { divisionId, code, name } };
  return headId ? [opened, appointed(divisionId, null, headId)] : [opened];
}

export function amendDivision(state: Enterprise, to: AmendDivisionBody): EnterpriseEvent[] {
  const division = Object.hasOwn(state.divisions, to.divisionId) ? state.divisions[to.divisionId] : undefined;
  if (!division) throw new NotFound('division', to.divisionId);
  const events: EnterpriseEvent[] = [];
  if (to.name !== undefined && to.name !== division.name) {
    const data = { divisionId: division.id, from: division.name, to: to.name };
    events.push({ type: 'portfolio.DivisionRenamed', data });
  }
  if (to.headId !== undefined && to.headId !== division.headId) {
    events.push(appointed(division.id, division.headId, to.headId));
  }
  return events;
}

/** Whether a change of category needs a second person, direction by direction. */
export function setApprovalRule(state: Enterprise, { reason, ...to }: SetApprovalRuleBody): EnterpriseEvent[] {
  const from = state.approval;
  if (directions.every((direction) => from[direction] === to[direction])) return [];
  if (!reason) throw new Refused('approval.reason-missing', 'reason: say why the rule changes.');
  return [{ type: 'portfolio.ApprovalRuleSet', data: { from, to, reason } }];
}

/** How much each part of the health of accounts counts; with none that counts there were no health. */
export function setHealthWeights(state: Enterprise, { reason, ...to }: SetHealthWeightsBody): EnterpriseEvent[] {
  const from = state.healthWeights;
  if (healthParts.every((part) => to[part] === 0)) {
    throw new Refused('health.weights-empty', 'weights: at least one part must count.');
  }
  if (healthParts.every((part) => from[part] === to[part])) return [];
  if (!reason) throw new Refused('health.reason-missing', 'reason: say why the weights change.');
  return [{ type: 'portfolio.HealthWeightsSet', data: { from, to, reason } }];
}

const appointed = (divisionId: string, from: string | null, to: string | null): EnterpriseEvent => ({
  type: 'portfolio.DivisionHeadAppointed',
  data: { divisionId, from, to },
});

function evolve(state: Enterprise, event: Recorded<EnterpriseEvent>): Enterprise {
  switch (event.type) {
    case 'portfolio.EnterpriseDescribed': {
      const { from: _, ...settings } = event.data;
      return { ...state, settings };
    }
    case 'portfolio.ApprovalRuleSet':
      return { ...state, approval: event.data.to };
    case 'portfolio.HealthWeightsSet':
      return { ...state, healthWeights: event.data.to };
    case 'portfolio.DivisionOpened': {
      const { divisionId: id, code, name } = event.data;
      return withDivision(state, { id, code, name, headId: null });
    }
    case 'portfolio.DivisionRenamed':
      return withDivision(state, { ...state.divisions[event.data.divisionId]!, name: event.data.to });
    case 'portfolio.DivisionHeadAppointed':
      return withDivision(state, { ...state.divisions[event.data.divisionId]!, headId: event.data.to });
    default:
      return event satisfies never;
  }
}

const withDivision = (state: Enterprise, division: Division): Enterprise => ({
  ...state,
  divisions: { ...state.divisions, [division.id]: division },
});
