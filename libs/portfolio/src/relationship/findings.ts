import { type ContactLevel, contactLevels, type Influence } from '../contact/contact.events';

/** A person at the customer who is there, and who of ours knows the person. */
export interface KnownPerson {
  readonly id: string;
  readonly function: string;
  readonly level: ContactLevel;
  readonly influence: Influence | null;
  /** People of ours. */
  readonly knownBy: readonly string[];
  readonly lastContactOn: string | null;
}

export interface RelationshipFindings {
  /** Who is there, and how many of them somebody of ours knows. */
  readonly contacts: number;
  readonly known: number;
  /** Parts of the customer's organisation in which somebody of ours knows somebody, by name. */
  readonly functions: readonly string[];
  /** By level, the highest first. */
  readonly levels: readonly { readonly level: ContactLevel; readonly contacts: number; readonly known: number }[];
  /** The highest level that somebody of ours knows; null where nobody is known. */
  readonly highest: ContactLevel | null;
  /** People of the customer's Board whom somebody of ours knows. */
  readonly board: readonly string[];
  /** The one person of ours on whom all hangs; null where there are none or several. */
  readonly singleOurs: string | null;
  /** The one contact that we know there; null where there are none or several. */
  readonly singleTheirs: string | null;
  /** Contacts with a say whom nobody of ours knows, the highest first. */
  readonly gaps: readonly string[];
  /** Known contacts not met for longer than the limit, the longest first; `days` null where no meeting is recorded. */
  readonly silent: readonly { readonly contactId: string; readonly days: number | null }[];
}

/** What the relationships with one customer say: breadth, height, and where all hangs on one person (accounts, section 7). */
export function relationshipFindings(
  people: readonly KnownPerson[],
  { today, silentDays }: { readonly today: string; readonly silentDays: number },
): RelationshipFindings {
  const known = people.filter(({ knownBy }) => knownBy.length > 0);
  const ours = new Set(known.flatMap(({ knownBy }) => knownBy));
  const levels = contactLevels.map((level) => ({
    level,
    contacts: people.filter((person) => person.level === level).length,
    known: known.filter((person) => person.level === level).length,
  }));
  return {
    contacts: people.length,
    known: known.length,
    functions: [...new Set(known.flatMap((person) => person.function || []))].sort(),
    levels,
    highest: levels.find((level) => level.known > 0)?.level ?? null,
    board: known.filter(({ level }) => level === 'board').map(({ id }) => id),
    singleOurs: ours.size === 1 ? [...ours][0]! : null,
    singleTheirs: known.length === 1 ? known[0]!.id : null,
    gaps: people
      .filter((person) => person.knownBy.length === 0 && hasSay(person))
      .sort((one, other) => contactLevels.indexOf(one.level) - contactLevels.indexOf(other.level))
      .map(({ id }) => id),
    silent: known
      .map(({ id, lastContactOn }) => ({
        contactId: id,
        days: lastContactOn === null ? null : daysBetween(lastContactOn, today),
      }))
      .filter(({ days }) => days === null || days > silentDays)
      .sort((one, other) => byDays(other.days) - byDays(one.days) || (one.contactId < other.contactId ? -1 : 1)),
  };
}

/** Decides, influences or keeps the gate; where nobody has said what a person does, the Board has a say. */
export const hasSay = ({ influence, level }: Pick<KnownPerson, 'influence' | 'level'>): boolean =>
  influence === null ? level === 'board' : influence !== 'uses';

/** Never met comes before everything else; a number, so that two of them compare. */
const byDays = (days: number | null) => days ?? Number.MAX_SAFE_INTEGER;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
