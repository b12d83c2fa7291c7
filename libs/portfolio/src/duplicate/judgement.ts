/** Why two accounts may be one customer, and how strongly. */
export const signs = ['duns', 'vat', 'crmId', 'same-name', 'like-name', 'country'] as const;
export type Sign = (typeof signs)[number];

export interface Pair {
  readonly sameDuns: boolean;
  readonly sameVat: boolean;
  readonly sameCrmId: boolean;
  /** Both have one, and they are different. */
  readonly otherDuns: boolean;
  readonly otherVat: boolean;
  readonly sameName: boolean;
  /** Share of groups of three letters that the two names have in common, 0 to 1. */
  readonly likeness: number;
  readonly sharesCountry: boolean;
  /** Both name countries, and none is the same. */
  readonly otherCountries: boolean;
}

/** Below this likeness two names are two names. */
export const LIKE = 0.6;

/** How much each sign alone says, 0 to 1. An identifier of a register is nearly proof; a name is a hint. */
const weight = { duns: 0.9, vat: 0.9, crmId: 0.8, name: 0.7 };

/**
 * 0 to 100. Each sign takes its share of the doubt that the others left. A name says more in the same country and less in
 * other countries; another number in the same register speaks against it, and does not settle it: one customer may hold
 * several numbers.
 */
export function judge(pair: Pair): { readonly score: number; readonly signs: Sign[] } {
  const found: Sign[] = [];
  let doubt = 1;
  const say = (sign: Sign, strength: number) => {
    found.push(sign);
    doubt *= 1 - strength;
  };
  if (pair.sameDuns) say('duns', weight.duns);
  if (pair.sameVat) say('vat', weight.vat);
  if (pair.sameCrmId) say('crmId', weight.crmId);
  const named = pair.sameName || pair.likeness >= LIKE;
  if (named) {
    const alike = pair.sameName ? 1 : pair.likeness;
    const elsewhere = pair.otherCountries ? 0.6 : 1;
    const against = (pair.otherDuns ? 0.7 : 1) * (pair.otherVat ? 0.7 : 1);
    say(pair.sameName ? 'same-name' : 'like-name', weight.name * alike * elsewhere * against);
    if (pair.sharesCountry) say('country', 0.3);
  }
  return { score: Math.round(100 * (1 - doubt)), signs: found };
}
