import { shippedCategories } from '@mainstay/portfolio';
import { exitsSeenTo, ownCategories, resourcesOfMoves } from '../content/moves';
import type { DemoMovement } from '../content/movements';
import { type Calendar, day, type Step } from '../timeline';
import { accountId, type Story } from './story';

/** The categories as the enterprise says them, before anything moves between them. */
export function categorySteps({ enterprise }: Story, calendar: Calendar): Step[] {
  const { alias: tenant, unitHead: as } = enterprise;
  const own = ownCategories[tenant];
  if (!own) return [];
  const at = calendar.moment(own.months, 0, 8, 40);
  const categories = shippedCategories.map((one) => {
    const said = own.by[one.id] ?? {};
    const { name = one.name, meaning = one.meaning, capacity = null, investment = null, minSpend = null } = said;
    const { reviewsPerYear, seniorSponsor, accountsPerManager, teamTime } = { ...one.entitlement, ...said };
    const entry = { ...one.entry, minSpend };
    return {
      ...one,
      name,
      meaning,
      capacity,
      entry,
      entitlement: { ...one.entitlement, investment, reviewsPerYear, seniorSponsor, accountsPerManager, teamTime },
    };
  });
  const body = { categories, effectiveOn: day(at), reason: own.reason };
  return [{ tenant, at, as, method: 'PUT', path: 'categories', body }];
}

/** What a proposal names to move with it. */
export function movingWith(tenant: string, code: string): { resources: object[] } | Record<string, never> {
  const lines = resourcesOfMoves[tenant]?.[code];
  if (!lines) return {};
  const account = accountId(tenant, code);
  return {
    resources: lines.map(({ kind, amount, way, other }) => {
      const place = other ? accountId(tenant, other) : 'pool';
      return { kind, amount, ...(way === 'gains' ? { from: place, to: account } : { from: account, to: place }) };
    }),
  };
}

/** After a move: what was named is checked by the lead, and the exit is seen to by the head of the unit. */
export function aftermathSteps({ enterprise }: Story, { code, months }: DemoMovement, calendar: Calendar): Step[] {
  const { alias: tenant, lead, unitHead } = enterprise;
  const account = `accounts/${accountId(tenant, code)}`;
  const checks = (resourcesOfMoves[tenant]?.[code] ?? []).flatMap(({ found }, line): Step[] => {
    if (!found) return [];
    const from = {
      list: `portfolio/resources?accountId=${accountId(tenant, code)}`,
      path: (items: readonly { line?: number; id?: string }[]) =>
        `${account}/resources/${items.find((one) => one.line === line)!.id}`,
    };
    const at = calendar.moment(months, 92, 10, line);
    return [{ tenant, at, as: lead, method: 'PUT', path: account, from, body: { note: '', ...found } }];
  });
  const seen = exitsSeenTo[tenant]?.find((one) => one.code === code)?.points ?? [];
  const points = seen.map((point, index): Step => {
    const from = {
      list: `${account}/exits`,
      path: ([exit]: readonly { exit?: number }[]) => `${account}/exits/${exit!.exit}/points/${point}/state`,
    };
    const body = { state: 'done', note: '' };
    return {
      tenant,
      at: calendar.moment(months, 6 + index * 5, 11),
      as: unitHead,
      method: 'PUT',
      path: account,
      from,
      body,
    };
  });
  return [...checks, ...points];
}

/** Those who lead accounts have taken note of what was decided until a month ago. */
export function noticeSteps({ enterprise }: Story, calendar: Calendar): Step[] {
  const { alias: tenant } = enterprise;
  if (!resourcesOfMoves[tenant]) return [];
  return enterprise.managers.map((as): Step => {
    const from = {
      list: 'notices?limit=200',
      path: () => 'notices/reading',
      body: (items: readonly { readonly id: string }[]) => ({ noticeIds: items.map(({ id }) => id) }),
    };
    return { tenant, at: calendar.moment(1, 0, 17), as, method: 'POST', path: `notices/${as}`, from, body: null };
  });
}
