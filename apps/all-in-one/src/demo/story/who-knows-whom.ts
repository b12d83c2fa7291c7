import { idFrom } from '@mainstay/event-sourcing';
import { pick, share } from '../chance';
import type { DemoAccount } from '../content/accounts';
import { levelSigns, offerings, relationshipNotes } from '../content/relationships';
import { type Calendar, day, type Step } from '../timeline';
import { accountId, divisionId, managerOf, personId, type Story } from './story';

/** What an enterprise sells: the columns of the white space. */
export function offeringSteps({ enterprise }: Story, calendar: Calendar): Step[] {
  const { alias: tenant, administrator: as, months } = enterprise;
  const at = calendar.moment(months, 1, 8, 30);
  return (offerings[tenant] ?? []).map((body) => ({ tenant, as, method: 'POST', at, path: 'offerings', body }));
}

/** How those stand with each other who know each other, and who reports to whom. */
export function whoKnowsWhomSteps(
  story: Story,
  account: DemoAccount,
  index: number,
  calendar: Calendar,
  // In the order of the posts: all of them, and those whom somebody of ours knows.
  { contactIds, reached }: { contactIds: readonly string[]; reached: readonly string[] },
): Step[] {
  const { enterprise } = story;
  const { code, standing } = account;
  const tenant = enterprise.alias;
  const manager = managerOf(story, index);
  const at = calendar.moment(enterprise.months * 0.5, 0, 11, index % 60);
  const path = `accounts/${accountId(tenant, code)}`;
  const base = { tenant, as: manager, at };
  const close = Math.min(2, Math.floor(standing / 3.5));
  const pairs = reached.slice(0, 1 + Math.round(standing / 3)).map((contactId, number): Step => {
    const warm = share('stance', code, number) * 10 < standing;
    return {
      ...base,
      method: 'PUT',
      path: `${path}/contacts/${contactId}/relationships/${personId(manager)}`,
      body: {
        stance: warm
          ? pick(['champion', 'supportive'], 'warm', code, number)
          : pick(['neutral', 'critical'], 'cool', code, number),
        strength: (['knows', 'works-with', 'trusted'] as const)[warm ? close : 0],
        ownerId: personId(number === 0 ? manager : (enterprise.sponsor ?? manager)),
        note: pick(relationshipNotes, 'about', code, number),
      },
    };
  });
  // Purchasing reports to operations where we know somebody there, and operations to the Board.
  const lines = [
    [1, 0],
    [0, 2],
    [2, 3],
  ].flatMap(([from, to]): Step[] => {
    const [below, above] = [contactIds[from!], contactIds[to!]];
    return below && above
      ? [{ ...base, method: 'PUT', path: `${path}/contacts/${below}/reporting-line`, body: { reportsTo: above } }]
      : [];
  });
  return [...pairs, ...lines, ...customerSteps(story, account, index, calendar)];
}

/** The level over time, what is bought of what could be, and our share of the spending. */
function customerSteps(story: Story, account: DemoAccount, index: number, calendar: Calendar): Step[] {
  const { enterprise } = story;
  const { code, standing, spend } = account;
  const tenant = enterprise.alias;
  const path = `accounts/${accountId(tenant, code)}`;
  const base = { tenant, as: managerOf(story, index) };
  const reached = levelSigns.slice(0, Math.max(1, Math.round(standing / 3)));
  const levels = reached.map(({ level, reason }, step): Step => {
    const at = calendar.moment(enterprise.months * (0.45 - 0.12 * step), 0, 12, index % 60);
    const body = { level, reason, effectiveOn: day(at) };
    return { ...base, method: 'POST', at, path: `${path}/relationship-levels`, body };
  });
  const at = calendar.moment(enterprise.months * 0.1, 0, 14, index % 60);
  const cells = account.divisions.flatMap((division) =>
    (offerings[tenant] ?? []).map(({ code: offering }): Step => {
      const luck = share('space', code, division, offering) * 10;
      const state = luck < standing - 2 ? 'bought' : luck < 8 ? 'could' : 'not-relevant';
      const cell = `${path}/white-space/${divisionId(tenant, division)}/${idFrom('offering', tenant, offering)}`;
      return { ...base, method: 'PUT', at, path: cell, body: { state } };
    }),
  );
  const ours = spend * 1_000;
  const total = Math.round(ours / (0.05 + standing / 20) / 1_000) * 1_000;
  const wallet = { on: day(at), ours, total, source: 'Their annual report and our invoices' };
  return [...levels, ...cells, { ...base, method: 'POST', at, path: `${path}/wallet-shares`, body: wallet }];
}
