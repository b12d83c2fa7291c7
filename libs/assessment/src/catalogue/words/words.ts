import { decider, NotFound, Refused } from '@mainstay/event-sourcing';
import { catalogueKindOf } from '../registry/registry';
import { type OwnWords, type WordsEvent, wordsEvents } from './words.events';

/** An enterprise's own words for one kind of catalogue: by language, then by item. */
export type Words = Readonly<Record<string, Readonly<Record<string, OwnWords>>>>;

export interface PutWordsBody {
  readonly kind: string;
  readonly language: string;
  /** Each states all that is said of its item in this language; nothing said withdraws what was. */
  readonly items: readonly (OwnWords & { readonly id: string })[];
  readonly reason: string;
}

/** One stream per tenant and kind of catalogue. */
export const words = decider<Words, WordsEvent>({
  stream: 'assessment.catalogue-words',
  initial: {},
  events: wordsEvents,
  evolve: (state, { data: { language, itemId, to } }) => {
    const { [itemId]: _before, ...others } = state[language] ?? {};
    return { ...state, [language]: to === null ? others : { ...others, [itemId]: to } };
  },
});

/** A tenant may translate and explain what the product ships. It may not add or remove anything, nor weigh it anew. */
export function putWords(state: Words, { reason, ...said }: PutWordsBody): WordsEvent[] {
  const changes = changesOf(state, said);
  if (changes.length > 0 && !reason.trim()) {
    throw new Refused('words.reason-missing', 'reason: say why the words change.');
  }
  const { kind, language } = said;
  return changes.map((change) => ({
    type: 'assessment.CatalogueWordsChanged',
    data: { kind, language, ...change, reason: reason.trim() },
  }));
}

export interface WordsChange {
  readonly itemId: string;
  readonly from: OwnWords | null;
  readonly to: OwnWords | null;
}

/** Of the items named, those of which something else is said than before. */
export function changesOf(state: Words, { kind, language, items }: Omit<PutWordsBody, 'reason'>): WordsChange[] {
  const known = catalogueItemsOf(kind);
  const twice = items.find(({ id }, index) => items.findIndex((other) => other.id === id) !== index);
  if (twice) throw new Refused('words.item-twice', `items: ${twice.id} stands twice; say its words once.`);
  return items.flatMap(({ id, ...said }) => {
    if (!known.has(id)) throw new NotFound('catalogue item', id);
    const from = spokenOf(state, language, id);
    const to = spoken(said);
    return same(from, to) ? [] : [{ itemId: id, from, to }];
  });
}

/** Null where nothing is said of an item in a language. */
export const spokenOf = (state: Words, language: string, itemId: string): OwnWords | null =>
  state[language]?.[itemId] ?? null;

/** An old audit keeps its version, so its items may still be put into words. @throws NotFound for an unknown kind */
export const catalogueItemsOf = (kind: string): ReadonlySet<string> =>
  new Set(catalogueKindOf(kind).versions.flatMap(({ items }) => items.map(({ id }) => id)));

const parts = ['label', 'help', 'guidance'] as const;

/** Null where nothing is said. */
function spoken(said: OwnWords): OwnWords | null {
  const filled = parts.flatMap((part) => (said[part]?.trim() ? [[part, said[part].trim()] as const] : []));
  return filled.length === 0 ? null : Object.fromEntries(filled);
}

const same = (one: OwnWords | null, other: OwnWords | null) => parts.every((part) => one?.[part] === other?.[part]);
