import { Refused, type RequestContext } from '@mainstay/event-sourcing';
import { isDeepStrictEqual } from 'node:util';
import { assertEffectiveDate } from '../account/account.rules';
import { type Category, isKey, notKeyIds, suggestedCategories } from '../account/category';
import { type Categories, type CategorySet, nameIn, orderOf } from './categories';
import type { SetCategoriesBody, SetExitListBody } from './categories.commands';
import type { CategoriesEvent, CategorySetting } from './categories.events';

/** The enterprise's categories from a day on: their names, order, meaning, rules of entry and what each is entitled to. */
export function setCategories(
  { sets }: Categories,
  { categories, effectiveOn, reason, occupied }: SetCategoriesBody,
  context: RequestContext,
): CategoriesEvent[] {
  const last = sets.at(-1)!;
  if (isDeepStrictEqual(last.categories, categories)) return [];
  if (!reason) throw new Refused('categories.reason-missing', 'reason: say why the categories change.');
  assertComplete(categories);
  assertEffectiveDate(effectiveOn, context);
  if (last.effectiveOn !== null && effectiveOn < last.effectiveOn) {
    const rule = `must not be before ${last.effectiveOn}, when version ${last.version} takes effect.`;
    throw new Refused('categories.effective-too-early', `effectiveOn: ${rule}`);
  }
  const retired = retiredBy(last, categories);
  for (const id of retired) {
    const accounts = occupied[id] ?? 0;
    if (accounts === 0) continue;
    const name = nameIn(sets, id);
    throw new Refused(
      'categories.in-use',
      `categories: ${name} cannot be retired: ${accounts} ${accounts === 1 ? 'account is' : 'accounts are'} in it or on the way to it. Say into which category they go, or move them first.`,
    );
  }
  const from = { version: last.version, categories: [...last.categories] };
  const data = { version: last.version + 1, categories: [...categories], effectiveOn, reason, from, retired };
  return [{ type: 'portfolio.CategoriesSet', data, effectiveOn }];
}

/** What is seen to when an account leaves its category, from the next move on. */
export function setExitList({ exitPoints }: Categories, { points, reason }: SetExitListBody): CategoriesEvent[] {
  if (isDeepStrictEqual(exitPoints, points)) return [];
  if (!reason) throw new Refused('exit-list.reason-missing', 'reason: say why the list changes.');
  assertOnce(points, ({ id }) => id, 'exit-list.point-twice', 'points');
  return [{ type: 'portfolio.ExitListSet', data: { from: [...exitPoints], to: [...points], reason } }];
}

export const retiredBy = (last: CategorySet, categories: readonly CategorySetting[]): Category[] =>
  orderOf(last).filter((id) => !categories.some((one) => one.id === id));

function assertComplete(categories: readonly CategorySetting[]): void {
  assertOnce(categories, ({ id }) => id, 'categories.id-twice', 'categories');
  assertOnce(categories, ({ name }) => name.toLowerCase(), 'categories.name-twice', 'categories');
  if (
    !isDeepStrictEqual(
      categories
        .slice(-2)
        .map(({ id }) => id)
        .sort(),
      [...notKeyIds].sort(),
    )
  ) {
    throw new Refused('categories.not-key-missing', 'categories: prospect and not key stay, and stand last.');
  }
  if (!categories.some(({ id }) => isKey(id))) {
    throw new Refused('categories.none-key', 'categories: at least one category of key accounts is needed.');
  }
  const outside = categories.find(({ id, quadrants }) => !isKey(id) && quadrants.length > 0);
  if (outside) {
    throw new Refused(
      'categories.quadrant-not-key',
      `categories: scores do not suggest ${outside.name}, which is not key.`,
    );
  }
  for (const quadrant of suggestedCategories) {
    const claimed = categories.filter(({ quadrants }) => quadrants.includes(quadrant)).length;
    if (claimed === 1) continue;
    throw new Refused(
      'categories.quadrant-unclear',
      `categories: the quadrant ${quadrant} must stand for exactly one category; it stands for ${claimed}.`,
    );
  }
}

function assertOnce<Item>(items: readonly Item[], of: (item: Item) => string, code: string, field: string): void {
  const twice = items.map(of).find((key, index, keys) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw new Refused(code, `${field}: ${twice} stands there twice.`);
}
