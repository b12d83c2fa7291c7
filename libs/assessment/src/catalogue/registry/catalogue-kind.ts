import type { ZodType } from 'zod';

/** One text of a catalogue that has a place of its own, and that a tenant may put into its own words. */
export interface CatalogueItem {
  readonly id: string;
  /** What is asked or recorded; a heading over it; or a description below it, such as of one score. */
  readonly sort: 'asked' | 'heading' | 'description';
  /** The item that a description belongs to. */
  readonly of: string | null;
  /** The heading that it stands under, as shipped. */
  readonly section: string | null;
  readonly label: string;
  readonly help: string | null;
  /** What the catalogue states beside it, such as a recommended share. */
  readonly note: string | null;
  /** The most that can be scored; null where nothing is scored. */
  readonly points: number | null;
}

/** What one kind of catalogue states of itself, with the content of every version ever published, oldest first. */
interface CatalogueStatement<Content extends { readonly version: number }> {
  readonly kind: string;
  readonly name: string;
  readonly about: string;
  /** What every version follows; published as JSON Schema. */
  readonly schema: ZodType<Content>;
  readonly present: number;
  readonly versions: readonly Content[];
  readonly items: (content: Content) => readonly CatalogueItem[];
}

export interface CatalogueVersion {
  readonly version: number;
  /** The published document. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly items: readonly CatalogueItem[];
}

export interface CatalogueKind {
  readonly kind: string;
  readonly name: string;
  readonly about: string;
  readonly schema: ZodType;
  readonly present: number;
  readonly versions: readonly CatalogueVersion[];
}

/** @throws when a version breaks the schema, an id stands twice in it, or the present version is not among them */
export function catalogueKind<Content extends { readonly version: number }>(
  stated: CatalogueStatement<Content>,
): CatalogueKind {
  const { items, ...rest } = stated;
  const versions = stated.versions.map((content) => ({
    version: content.version,
    content: stated.schema.parse(content) as Content & Record<string, unknown>,
    items: items(content),
  }));
  for (const { version, items } of versions) {
    if (new Set(items.map(({ id }) => id)).size !== items.length) {
      throw new Error(`The catalogue ${stated.kind} ${version} has an id twice.`);
    }
  }
  if (!versions.some(({ version }) => version === stated.present)) {
    throw new Error(`The catalogue ${stated.kind} does not hold its present version ${stated.present}.`);
  }
  return { ...rest, versions };
}

const none = { of: null, section: null, help: null, note: null, points: null };

export const asked = (item: Pick<CatalogueItem, 'id' | 'label'> & Partial<CatalogueItem>): CatalogueItem => ({
  ...none,
  sort: 'asked',
  ...item,
});

export const heading = (id: string, label: string, help: string | null = null): CatalogueItem => ({
  ...none,
  sort: 'heading',
  id,
  label,
  help,
});

/** Descriptions of one item, each told by what it describes: the score, or its number in order. */
export const descriptions = (of: string, texts: Readonly<Record<string, string>>): CatalogueItem[] =>
  Object.entries(texts).map(([what, label]) => ({ ...none, sort: 'description', id: `${of}.${what}`, of, label }));
