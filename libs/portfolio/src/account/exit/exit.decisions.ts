import { Forbidden, hasRole, NotFound, Refused, type RequestContext } from '@mainstay/event-sourcing';
import type { ExitPointSetting } from '../../category/categories.events';
import { addDays } from '../../category/days';
import type { Account, RegisteredAccount } from '../account';
import type { AccountEvent } from '../account.events';
import { registered } from '../account.rules';
import type { Category, Direction } from '../category';
import type { AssignExitPointBody, SettleExitPointBody } from './exit.commands';

/** The exit that a move opens: the enterprise's points for its direction, each the account lead's until given to somebody else. */
export function exitOf(
  { leadId }: RegisteredAccount,
  move: { from: Category; to: Category; effectiveOn: string; direction: Direction },
  list: readonly ExitPointSetting[],
): AccountEvent[] {
  const { direction, from, to, effectiveOn } = move;
  if ((direction !== 'down' && direction !== 'de-select') || from === 'prospect') return [];
  const points = list
    .filter(({ on }) => on.includes(direction))
    .map(({ id, text, days }) => ({ id, text, ownerId: leadId, dueOn: addDays(effectiveOn, days) }));
  if (points.length === 0) return [];
  return [{ type: 'portfolio.ExitOpened', data: { from, to, effectiveOn, points }, effectiveOn }];
}

/** Seen to, or not relevant here with the reason; opened again where it was said too early. */
export function settleExitPoint(state: Account, body: SettleExitPointBody, context: RequestContext): AccountEvent[] {
  const present = registered(state, body.accountId);
  const { id, text, ownerId, ...from } = pointOf(present, body);
  assertMaySettle(present, ownerId, context);
  const to = { state: body.state, note: body.note };
  if (from.state === to.state && from.note === to.note) return [];
  if (to.state !== 'done' && !to.note) {
    throw new Refused(
      'exit.note-missing',
      to.state === 'open' ? 'note: say why the point is open again.' : 'note: say why the point is not relevant here.',
    );
  }
  const before = { state: from.state, note: from.note };
  return [{ type: 'portfolio.ExitPointSettled', data: { exit: body.exit, point: id, text, from: before, to } }];
}

/** Gives a point to somebody, or another day. */
export function assignExitPoint(state: Account, body: AssignExitPointBody, context: RequestContext): AccountEvent[] {
  const present = registered(state, body.accountId);
  const { id, text, ownerId, dueOn } = pointOf(present, body);
  assertMaySettle(present, ownerId, context);
  if (ownerId === body.ownerId && dueOn === body.dueOn) return [];
  if (!body.reason) throw new Refused('exit.reason-missing', 'reason: say why the point changes hands or day.');
  const data = {
    exit: body.exit,
    point: id,
    text,
    from: { ownerId, dueOn },
    to: { ownerId: body.ownerId, dueOn: body.dueOn },
  };
  return [{ type: 'portfolio.ExitPointAssigned', data: { ...data, reason: body.reason } }];
}

function pointOf({ exits }: RegisteredAccount, { exit, point }: { readonly exit: number; readonly point: string }) {
  const found = exits.find((one) => one.exit === exit)?.points.find(({ id }) => id === point);
  if (!found) throw new NotFound('exit-point', `${exit}/${point}`);
  return found;
}

function assertMaySettle({ leadId }: RegisteredAccount, ownerId: string | null, context: RequestContext): void {
  if (hasRole(context, 'kam-unit-head', 'programme-lead')) return;
  if (context.actor === ownerId || context.actor === leadId) return;
  throw new Forbidden(
    'exit.not-owner',
    'Only whoever sees to the point, leads the account or answers for the portfolio settles it.',
  );
}
