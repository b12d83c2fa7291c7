import { decider, type Recorded, Refused } from '@mainstay/event-sourcing';
import { z } from 'zod';
import type { Category, Quadrant } from '../account/category';
import {
  type CategoriesEvent,
  categoriesEvents,
  categoryShape,
  type CategorySetting,
  exitPointShape,
  type ExitPointSetting,
} from './categories.events';
import shipped from './shipped.json';

/** The categories of an enterprise, from their day on. */
export interface CategorySet {
  readonly version: number;
  readonly categories: readonly CategorySetting[];
  /** Null for the shipped version, which was always in force. */
  readonly effectiveOn: string | null;
}

/** Every version of an enterprise's categories, the shipped one first, and what is seen to when an account leaves one. */
export interface Categories {
  readonly sets: readonly CategorySet[];
  readonly exitPoints: readonly ExitPointSetting[];
}

export const shippedCategories: readonly CategorySetting[] = z.array(categoryShape).parse(shipped.categories);

/** Version 1 of every enterprise: in force until it says otherwise. */
export const shippedSet: CategorySet = {
  version: 1,
  categories: shippedCategories,
  effectiveOn: null,
};
export const shippedExitPoints: readonly ExitPointSetting[] = z.array(exitPointShape).parse(shipped.exitPoints);

export const categoriesOf = decider<Categories, CategoriesEvent>({
  stream: 'portfolio.categories',
  initial: { sets: [shippedSet], exitPoints: shippedExitPoints },
  events: categoriesEvents,
  evolve,
});

function evolve(state: Categories, event: Recorded<CategoriesEvent>): Categories {
  switch (event.type) {
    case 'portfolio.CategoriesSet': {
      const { version, categories, effectiveOn } = event.data;
      return { ...state, sets: [...state.sets, { version, categories, effectiveOn }] };
    }
    case 'portfolio.ExitListSet':
      return { ...state, exitPoints: event.data.to };
    default:
      return event satisfies never;
  }
}

/** The version in force on a day: the latest whose day has come. */
export const setOn = <Set extends Pick<CategorySet, 'effectiveOn'>>(sets: readonly Set[], day: string): Set =>
  sets.findLast(({ effectiveOn }) => effectiveOn === null || effectiveOn <= day)!;

/** The categories, those that deserve most first. */
export const orderOf = ({ categories }: Pick<CategorySet, 'categories'>): Category[] => categories.map(({ id }) => id);

/** The category that the scores suggest in a quadrant of the matrix. */
export const suggestedIn = ({ categories }: Pick<CategorySet, 'categories'>, quadrant: Quadrant): Category =>
  categories.find(({ quadrants }) => quadrants.includes(quadrant))?.id ?? quadrant;

/**
 * What a category is called, also one that was retired: as the latest version says that has it.
 * @param sets in the order of their versions
 */
export const nameIn = (sets: readonly Pick<CategorySet, 'categories'>[], id: Category): string =>
  sets
    .toReversed()
    .flatMap(({ categories }) => categories)
    .find((one) => one.id === id)?.name ?? id;

/**
 * A decision may use a category of the version in force on its own day; one recorded after the fact also a category of today.
 * @throws Refused where the enterprise has no such category then
 */
export function assertKnown(
  sets: readonly CategorySet[],
  id: Category,
  { effectiveOn, today }: { readonly effectiveOn: string; readonly today: string },
): void {
  const days = effectiveOn < today ? [effectiveOn, today] : [effectiveOn];
  if (days.some((day) => orderOf(setOn(sets, day)).includes(id))) return;
  throw new Refused('category.unknown', `category: the enterprise has no category ${id} on ${effectiveOn}.`);
}
