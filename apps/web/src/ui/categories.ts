import { useSyncExternalStore } from 'react';
import type { ReadAnswer } from '~/api/types';
import { type FrameText, t } from '~/i18n';
import { en } from '~/i18n/en';
import { categories as shipped, isCategory, type Tone } from '~/theme/tones';

type Answer = ReadAnswer<'/api/t/{tenant}/categories'>;
export type Quadrant = Answer['items'][number]['quadrants'][number];
type Named = Pick<Answer['items'][number], 'id' | 'name' | 'quadrants'>;

/** The categories of the enterprise, those that deserve most first. */
export interface KnownCategories {
  readonly order: readonly string[];
  readonly names: ReadonlyMap<string, string>;
  readonly suggestions: ReadonlyMap<string, string>;
}

const shippedNames = new Map(shipped.map((id) => [id as string, en[`category.${id}`]]));
const knownOf = (items: readonly Named[], former: Answer['former']): KnownCategories => ({
  order: items.map(({ id }) => id),
  names: new Map([...former, ...items].map(({ id, name }) => [id, name])),
  suggestions: new Map(items.flatMap(({ id, quadrants }) => quadrants.map((quadrant) => [quadrant, id]))),
});

const ofProduct: KnownCategories = { order: shipped, names: shippedNames, suggestions: new Map() };
let known = ofProduct;
let said: Answer | undefined;
const listeners = new Set<() => void>();

/** Called by the frame of a tenant's pages, before they are drawn: from then on every page calls categories so. */
export function callCategories(answer: Answer | undefined): void {
  if (answer === said) return;
  said = answer;
  known = answer ? knownOf(answer.items, answer.former) : ofProduct;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useCategories = (): KnownCategories => useSyncExternalStore(subscribe, () => known);

/** Name of a category; a shipped name that the enterprise kept comes in the reader's language. */
export function categoryText(category: string): string {
  const name = known.names.get(category) ?? shippedNames.get(category);
  if (name === undefined) return category;
  return name === shippedNames.get(category) ? t(`category.${category}` as FrameText) : name;
}

/** Whether a recorded word is the id of one of the enterprise's categories. */
export const isKnownCategory = (text: string): boolean => known.names.has(text) || isCategory(text);

/** The category that the scores suggest in a quadrant of the matrix. */
export const suggestedCategory = (quadrant: string): string => known.suggestions.get(quadrant) ?? quadrant;

export const isKey = (category: string): boolean => category !== 'prospect' && category !== 'not-key';

/** Which way a move goes; the enterprise says for each way how many people it takes. */
export function directionOf(from: string, to: string) {
  if (!isKey(to)) return 'de-select';
  if (!isKey(from)) return 'select';
  return known.order.indexOf(to) < known.order.indexOf(from) ? 'up' : 'down';
}

const ownTones = ['maturity-2', 'maturity-3', 'maturity-1'] as const satisfies readonly Tone[];

/** Colour of a category; the enterprise's own ones differ by their shapes above all. */
export function categoryTone(category: string): Tone {
  if (isCategory(category)) return category;
  return ownTones[ownPlace(category) % ownTones.length]!;
}

/** Which of the enterprise's own categories it is, in alphabetical order of their ids: it keeps its mark as others come. */
export const ownPlace = (category: string): number =>
  Math.max(
    0,
    [...known.names.keys()]
      .filter((id) => !isCategory(id))
      .sort()
      .indexOf(category),
  );
