import { NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import { addDays } from '../../category/days';
import type { Account } from '../account';
import type { AccountEvent } from '../account.events';
import { registered } from '../account.rules';
import type { CheckResourceBody } from './resource.commands';
import type { ResourceLine } from './resource.events';

const CHECK_AFTER_DAYS = 90;

/** What a move says about the resource that goes with it: nothing, or its lines and the day on which they are checked. */
export function resourceOf(
  accountId: string,
  { resources = [], checkOn, effectiveOn }: { resources?: ResourceLine[]; checkOn?: string; effectiveOn: string },
): { resources: ResourceLine[]; checkOn: string } | Record<string, never> {
  if (resources.length === 0) return {};
  resources.forEach(({ from, to }, index) => {
    if (from === to)
      throw new Refused('resource.moves-nowhere', `resources.${index}: must move from one place to another.`);
    if (from !== accountId && to !== accountId) {
      throw new Refused('resource.other-account', `resources.${index}: must come from this account or go to it.`);
    }
  });
  const check = checkOn ?? addDays(effectiveOn, CHECK_AFTER_DAYS);
  if (check < effectiveOn) {
    throw new Refused('resource.checked-too-early', 'checkOn: must not be before the move takes effect.');
  }
  return { resources, checkOn: check };
}

/** Holds what was promised against what moved; a line that was not kept needs a word why. */
export function checkResource(state: Account, body: CheckResourceBody, { now }: RequestContext): AccountEvent[] {
  const { promises } = registered(state, body.accountId);
  const { decision, line, moved, note } = body;
  const promise = promises.find((one) => one.decision === decision && one.line === line);
  if (!promise) throw new NotFound('resource', `${decision}/${line}`);
  if (promise.found?.moved === moved && promise.found.note === note) return [];
  if (now.toISOString().slice(0, 10) < promise.effectiveOn) {
    throw new Refused(
      'resource.not-yet',
      `The move takes effect on ${promise.effectiveOn}; nothing can have moved before.`,
    );
  }
  if (moved < promise.promised.amount && !note) {
    throw new Refused('resource.note-missing', 'note: say why less moved than was named.');
  }
  const data = { decision, line, promised: promise.promised, from: promise.found, to: { moved, note } };
  return [{ type: 'portfolio.ResourceChecked', data }];
}
