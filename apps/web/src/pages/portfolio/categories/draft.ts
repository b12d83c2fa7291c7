import type { ReadAnswer } from '~/api/types';

export type CategoriesAnswer = ReadAnswer<'/api/t/{tenant}/categories'>;
export type Setting = CategoriesAnswer['latest']['categories'][number];
export type Quadrant = Setting['quadrants'][number];
export const quadrants = ['strategic', 'star', 'status', 'streamline'] as const satisfies readonly Quadrant[];
export const isKeySetting = ({ id }: Pick<Setting, 'id'>) => id !== 'prospect' && id !== 'not-key';

const nothing = { minSpend: null, minAttractiveness: null, minStanding: null, minDivisions: null };
export const emptySetting: Setting = {
  id: 'own-new',
  name: '',
  meaning: '',
  quadrants: [],
  entry: { words: '', ...nothing },
  entitlement: {
    serviceLevel: '',
    reviewsPerYear: null,
    seniorSponsor: false,
    responseHours: null,
    investment: null,
    accountsPerManager: null,
    teamTime: null,
  },
  capacity: null,
};

/** Id of a category that the enterprise adds, after its first name; it stays whatever the category is called later. */
export function idOf(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 36);
  const id = `own-${words || 'category'}`;
  const free = [id, ...Array.from({ length: 99 }, (_, n) => `${id}-${n + 2}`)];
  return free.find((one) => !taken.includes(one)) ?? id;
}

/** The categories with one of them said anew, or added, at its place among the key ones; a quadrant that it takes leaves the others. */
export function withSetting(all: readonly Setting[], one: Setting, place: number): Setting[] {
  const others = all
    .filter(({ id }) => id !== one.id)
    .map((other) => ({ ...other, quadrants: other.quadrants.filter((quadrant) => !one.quadrants.includes(quadrant)) }));
  if (!isKeySetting(one)) return all.map((other) => (other.id === one.id ? one : other));
  const keys = others.filter(isKeySetting);
  keys.splice(Math.max(0, place - 1), 0, one);
  return [...keys, ...others.filter((other) => !isKeySetting(other))];
}

/** The categories without one of them; its quadrants go to another. */
export const withoutSetting = (all: readonly Setting[], id: string, quadrantsTo: string): Setting[] => {
  const left = all.find((one) => one.id === id)?.quadrants ?? [];
  return all
    .filter((one) => one.id !== id)
    .map((one) => (one.id === quadrantsTo ? { ...one, quadrants: [...one.quadrants, ...left] } : one));
};

/** Quadrants that a category gave up and no other has: they stay with it. */
export const unclaimed = (all: readonly Setting[]): Quadrant[] =>
  quadrants.filter((quadrant) => !all.some((one) => one.quadrants.includes(quadrant)));
