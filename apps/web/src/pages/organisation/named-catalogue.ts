import type { Answer, Operation, ReadAnswer } from '~/api/types';
import type { Score } from './types';

export type Content = Answer<Operation<'/api/catalogues/organisation-assessment/{version}', 'get'>>;
/** `guidance` is what the enterprise adds, wherever it stands. */
interface Guided {
  readonly guidance?: string;
}
export type Element = Content['elements'][number] & Guided;
export type Group = Content['groups'][number] & Guided;
type Words = ReadAnswer<'/api/t/{tenant}/catalogues/{kind}'>['items'];

/** What an organisation assessment asks, with its names at hand. */
export class OrganisationCatalogue {
  readonly elements: readonly Element[];
  readonly groups: readonly Group[];

  /** `cellGuidance` by the id of the cell. */
  constructor(
    readonly content: Content,
    private readonly cellGuidance: ReadonlyMap<string, string> = new Map(),
  ) {
    this.elements = content.elements;
    this.groups = content.groups;
  }

  elementName(id: string): string {
    return `${id} ${this.elements.find((element) => element.id === id)?.name ?? ''}`;
  }

  groupName(id: string): string {
    return this.groups.find((group) => group.id === id)?.name ?? id;
  }

  /** "A Strategy · KAM unit" */
  cellName(element: string, group: string): string {
    return `${this.elementName(element)} · ${this.groupName(group)}`;
  }

  descriptors(element: string, group: string): readonly string[] {
    const cells = this.elements.find(({ id }) => id === element)?.cells;
    return cells?.find((cell) => cell.group === group)?.descriptors ?? [];
  }

  /** What the enterprise adds to the element, the group and this very cell. */
  guidance(element: string, group: string): string[] {
    return [
      this.elements.find(({ id }) => id === element)?.guidance,
      this.groups.find(({ id }) => id === group)?.guidance,
      this.cellGuidance.get(cellId(element, group)),
    ].filter((text) => text !== undefined);
  }

  stateName(score: Score): string {
    return this.content.scale.find((state) => state.score === score)?.label ?? String(score);
  }

  bandName(id: string): string {
    return this.content.bands.find((band) => band.id === id)?.name ?? id;
  }
}

const cellId = (element: string, group: string) => `${element}-${group}`;

/** Names, descriptions and descriptors only: which cells there are, and what they count, is never the enterprise's to change. */
export function inOwnWords({ content }: OrganisationCatalogue, words: Words): OrganisationCatalogue {
  const own = new Map(words.map((item) => [item.id, item]));
  const guidanceOf = (id: string): Guided => {
    const guidance = own.get(id)?.guidance;
    return guidance ? { guidance } : {};
  };
  const cells = (element: Element) =>
    element.cells.map((cell) => ({
      ...cell,
      descriptors: cell.descriptors.map(
        (text, score) => own.get(`${cellId(element.id, cell.group)}.${score}`)?.label ?? text,
      ),
    }));
  const spoken = {
    ...content,
    scale: content.scale.map((state) => ({ ...state, label: own.get(`scale.${state.score}`)?.label ?? state.label })),
    bands: content.bands.map((band) => ({ ...band, name: own.get(`band.${band.id}`)?.label ?? band.name })),
    groups: content.groups.map((group) => {
      const said = own.get(`group.${group.id}`);
      return {
        ...group,
        name: said?.label ?? group.name,
        description: said?.help ?? group.description,
        ...guidanceOf(`group.${group.id}`),
      };
    }),
    elements: content.elements.map((element) => {
      const said = own.get(`element.${element.id}`);
      return {
        ...element,
        name: said?.label ?? element.name,
        about: said?.help ?? element.about,
        cells: cells(element),
        ...guidanceOf(`element.${element.id}`),
      };
    }),
  } as Content;
  const cellGuidance = words.flatMap(({ id, sort, guidance }): [string, string][] =>
    sort === 'asked' && guidance ? [[id, guidance]] : [],
  );
  return new OrganisationCatalogue(spoken, new Map(cellGuidance));
}
