import type { Descriptions } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import type { CategoriesEvent, CategorySetting, ExitPointSetting } from './categories.events';

const of = ({ tenant }: { tenant: string }) => ({ subject: { type: 'categories', id: tenant } });

/** Only the categories that differ, by id, with their place in the order. */
function differing(from: readonly CategorySetting[], to: readonly CategorySetting[]) {
  const [before, after] = [told(from), told(to)];
  for (const id of Object.keys(before)) {
    if (!isDeepStrictEqual(before[id], after[id])) continue;
    delete before[id];
    delete after[id];
  }
  return { before, after };
}

const told = (categories: readonly CategorySetting[]): Record<string, unknown> =>
  Object.fromEntries(
    categories.map(({ id, entry, entitlement, ...rest }, index) => {
      const { words, ...checks } = entry;
      return [id, { place: index + 1, ...rest, entry: words, ...checks, ...entitlement }];
    }),
  );

const points = (list: readonly ExitPointSetting[]) =>
  Object.fromEntries(list.map(({ id, text, days, on }) => [id, { text, days, on }]));

export const categoriesDescriptions: Descriptions<CategoriesEvent> = {
  'portfolio.CategoriesSet': (event) => {
    const { version, effectiveOn, reason, from, retired, categories } = event.data;
    const { before, after } = differing(from.categories, categories);
    return {
      kind: 'categories',
      ...of(event),
      detail: `version ${version}`,
      before: { version: from.version, ...before },
      after: { version, effectiveOn, ...(retired.length > 0 ? { retired } : {}), ...after },
      why: reason,
    };
  },
  'portfolio.ExitListSet': (event) => ({
    kind: 'exit-list',
    ...of(event),
    before: points(event.data.from),
    after: points(event.data.to),
    why: event.data.reason,
  }),
};
