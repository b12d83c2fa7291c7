import { bind, Command } from '@mainstay/event-sourcing';
import { z } from 'zod';
import { category, type Category, suggestion } from '../account/category';
import { businessDate, line, prose } from '../fields';
import { categoriesOf } from './categories';
import { setCategories, setExitList } from './categories.decisions';
import { exitMoves } from './categories.events';

const words = (most: number) => z.string().trim().max(most, `must be at most ${most} characters`);
const count = (most: number) =>
  z.int().min(0, 'must not be below zero').max(most, `must be at most ${most}`).nullable();
const money = z.number().min(0, 'must not be below zero').max(1e13).nullable();
const score = z.number().min(0, 'must be from 0 to 10').max(10, 'must be from 0 to 10').nullable();

const setting = z.strictObject({
  id: category,
  name: line(60),
  meaning: words(1_000),
  quadrants: z.array(suggestion).max(4),
  entry: z.strictObject({
    words: words(1_000),
    minSpend: money,
    minAttractiveness: score,
    minStanding: score,
    minDivisions: count(1_000),
  }),
  entitlement: z.strictObject({
    serviceLevel: words(1_000),
    reviewsPerYear: count(52),
    seniorSponsor: z.boolean(),
    responseHours: count(2_000),
    investment: money,
    accountsPerManager: count(1_000),
    teamTime: count(10_000),
  }),
  capacity: count(100_000),
});

export const setCategoriesBody = z.strictObject({
  categories: z.array(setting).max(20, 'must be at most 20 categories'),
  effectiveOn: businessDate,
  reason: prose.default(''),
  /** Where the accounts of a retired category go, by its id. */
  targets: z.record(z.string(), category).default({}),
});
export type SetCategoriesRequest = z.infer<typeof setCategoriesBody>;
export type SetCategoriesBody = Omit<SetCategoriesRequest, 'targets'> & {
  /** How many accounts are in a category, or on the way to it. */
  readonly occupied: Readonly<Partial<Record<Category, number>>>;
};
export class SetCategories extends Command<SetCategoriesBody> {}

const point = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and dashes')
    .max(60),
  text: line(300),
  days: z.int().min(-365).max(365),
  on: z.array(z.enum(exitMoves)).min(1, 'must name at least one move').max(2),
});
export const setExitListBody = z.strictObject({
  points: z.array(point).max(40, 'must be at most 40 points'),
  reason: prose.default(''),
});
export type SetExitListBody = z.infer<typeof setExitListBody>;
export class SetExitList extends Command<SetExitListBody> {}

export const categoriesCommands = bind(categoriesOf, [
  [SetCategories, setCategories],
  [SetExitList, setExitList],
]);
