import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@mainstay/event-sourcing';
import { cursorOf, fromCursor } from '@mainstay/http';
import { ReadStore } from '@mainstay/read-store';
import { Conditions, tradingWith, withinScope } from '../scope';
import type { DuplicateFilter, SuspectedPair } from './duplicate.views';
import { judge, LIKE } from './judgement';
import { inTurns, likePairs } from './likeness';

/** Nobody looks through more. */
const MOST = 2_000;
/** Of an identifier that so many accounts carry, such as one of a whole group, each is paired with the first alone. */
const CROWD = 20;

type Suspect = SuspectedPair['one'] & {
  readonly duns: string | null;
  readonly vat: string | null;
  readonly crmId: string | null;
  readonly nameKey: string;
};
type Ruling = NonNullable<SuspectedPair['ruling']> & { readonly oneId: string; readonly otherId: string };

@Injectable()
export class DuplicateQueries {
  constructor(private readonly readStore: ReadStore) {}

  /** The likeliest first. */
  async page(
    context: RequestContext,
    { cursor, limit, ...filter }: DuplicateFilter & { readonly cursor?: string; readonly limit: number },
  ): Promise<{ items: SuspectedPair[]; total: number; next: string | null }> {
    const all = await this.all(context, filter);
    const from = cursor === undefined ? 0 : placeAfter(all, fromCursor(cursor, 'score', 'string'));
    const items = all.slice(from, from + limit);
    const last = items.at(-1);
    const next =
      last && from + limit < all.length ? cursorOf('score', sortKey(last), last.one.id + last.other.id) : null;
    return { items, total: all.length, next };
  }

  async all(context: RequestContext, filter: DuplicateFilter): Promise<SuspectedPair[]> {
    const { suspects, rulings } = await this.read(context, filter);
    const ruled = new Map(rulings.map(({ oneId, otherId, ...ruling }) => [`${oneId} ${otherId}`, ruling]));
    const alike = await likePairs(
      suspects.map(({ nameKey }) => nameKey),
      LIKE,
    );
    const size = suspects.length;
    const likeness = new Map(alike.map(({ one, other, likeness }) => [one * size + other, likeness]));
    const byScore: SuspectedPair[][] = Array.from({ length: 101 }, () => []);
    const takeTurns = inTurns();
    for (const place of new Set([...likeness.keys(), ...sharing(suspects)])) {
      await takeTurns();
      const one = suspects[Math.floor(place / size)]!;
      const other = suspects[place % size]!;
      const ruling = ruled.get(`${one.id} ${other.id}`) ?? null;
      const pair = { ...told(one, other, likeness.get(place) ?? 0), ruling };
      if (matches(pair, filter)) byScore[pair.score]!.push(pair);
    }
    return byScore
      .reverse()
      .flat()
      .slice(0, MOST)
      .map((pair) => ({ pair, key: sortKey(pair) }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ pair }) => pair);
  }

  /** In the order of ids: of a pair the smaller is the first. */
  private read(
    context: RequestContext,
    { divisionId }: DuplicateFilter,
  ): Promise<{ suspects: Suspect[]; rulings: Ruling[] }> {
    return this.readStore.read(context, async (manager) => {
      const conditions = tradingWith(withinScope(new Conditions(), context), divisionId);
      const suspects: Suspect[] = await manager.query(
        `select account_id as id, code, name, category, countries, lead_id as "leadId", spend, duns, vat,
           lower(crm_id) as "crmId", name_key as "nameKey"
         from account join account_name using (account_id) where ${conditions.sql} order by account_id`,
        conditions.values,
      );
      const rulings: Ruling[] = await manager.query(
        `select one_id as "oneId", other_id as "otherId", reason, ruled_by as "ruledBy",
           to_char(ruled_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "ruledAt"
         from duplicate_ruling where ruled_out`,
      );
      return { suspects, rulings };
    });
  }
}

/** Pairs with one identifier, or one name: the places of both in the list, as one number. */
function sharing(suspects: readonly Suspect[]): number[] {
  return (['duns', 'vat', 'crmId', 'nameKey'] as const).flatMap((sign) => {
    const holders = new Map<string, number[]>();
    for (const [place, suspect] of suspects.entries()) {
      const value = suspect[sign];
      if (!value) continue;
      const held = holders.get(value);
      if (held) held.push(place);
      else holders.set(value, [place]);
    }
    return [...holders.values()].flatMap((places) =>
      places.flatMap((one, at) =>
        at > 0 && places.length > CROWD ? [] : places.slice(at + 1).map((other) => one * suspects.length + other),
      ),
    );
  });
}

function told(one: Suspect, other: Suspect, likeness: number): Omit<SuspectedPair, 'ruling'> {
  const same = (sign: 'duns' | 'vat' | 'crmId') => one[sign] !== null && one[sign] === other[sign];
  const differ = (sign: 'duns' | 'vat') => one[sign] !== null && other[sign] !== null && one[sign] !== other[sign];
  const sharesCountry = one.countries.some((country) => other.countries.includes(country));
  const sameName = one.nameKey === other.nameKey;
  const verdict = judge({
    sameDuns: same('duns'),
    sameVat: same('vat'),
    sameCrmId: same('crmId'),
    otherDuns: differ('duns'),
    otherVat: differ('vat'),
    sameName,
    likeness: sameName ? 1 : likeness,
    sharesCountry,
    otherCountries: one.countries.length > 0 && other.countries.length > 0 && !sharesCountry,
  });
  return {
    one: shown(one),
    other: shown(other),
    ...verdict,
    likeness: sameName ? 1 : Math.round(100 * likeness) / 100,
  };
}

const shown = ({ id, code, name, category, countries, leadId, spend }: Suspect): SuspectedPair['one'] => {
  return { id, code, name, category, countries, leadId, spend };
};

function matches({ one, other, signs, ruling }: SuspectedPair, { q, sign, ruledOut }: DuplicateFilter): boolean {
  const sought = q?.toLowerCase();
  const named = [one, other].some(({ name, code }) => `${name} ${code}`.toLowerCase().includes(sought ?? ''));
  return named && (!sign || signs.includes(sign)) && (ruledOut === 'only') === (ruling !== null);
}

/** Orders as text: the highest score first, then by name. */
const sortKey = ({ score, one, other }: Pick<SuspectedPair, 'score' | 'one' | 'other'>) =>
  `${String(100 - score).padStart(3, '0')} ${one.name} ${one.id} ${other.id}`;

function placeAfter(all: readonly SuspectedPair[], [key]: readonly [string | number, string]): number {
  const at = all.findIndex((pair) => sortKey(pair) > String(key));
  return at < 0 ? all.length : at;
}
