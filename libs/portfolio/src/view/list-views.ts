import {
  bind,
  Command,
  decider,
  type Descriptions,
  eventTypes,
  type EventsOf,
  idOfStream,
  NotFound,
  Refused,
} from '@mainstay/event-sourcing';
import { z } from 'zod';
import { isDeepStrictEqual } from 'node:util';

/** How a person likes to see a list: filters, columns and order under a name; shared, everybody in the tenant has it too. */

const view = z.object({
  /** Which list, such as `accounts`. */
  list: z.string(),
  name: z.string(),
  /** Filters and order, as they stand in the address of the page. */
  query: z.string(),
  /** In their order; null: those that the page shows by itself. */
  columns: z.array(z.string()).nullable(),
  shared: z.boolean(),
});
export type ListView = z.infer<typeof view>;

const viewId = z.string();
export const listViewEvents = eventTypes({
  'portfolio.ListViewSaved': { schema: z.object({ viewId, from: view.nullable(), to: view }) },
  'portfolio.ListViewDeleted': { schema: z.object({ viewId, from: view }) },
  /** With which view the list opens for this person; null: as the page is by itself. */
  'portfolio.DefaultListViewChosen': {
    schema: z.object({ list: z.string(), from: viewId.nullable(), to: viewId.nullable() }),
  },
});
export type ListViewEvent = EventsOf<typeof listViewEvents>;

/** Of one person. */
export interface ListViews {
  readonly views: Readonly<Record<string, ListView>>;
  /** By list; a view of one's own, or one that somebody shares. */
  readonly defaults: Readonly<Record<string, string | null>>;
}

export const listViews = decider<ListViews, ListViewEvent>({
  stream: 'portfolio.list-views',
  initial: { views: {}, defaults: {} },
  events: listViewEvents,
  evolve: (state, event) => {
    switch (event.type) {
      case 'portfolio.ListViewSaved':
        return { ...state, views: { ...state.views, [event.data.viewId]: event.data.to } };
      case 'portfolio.ListViewDeleted': {
        const { [event.data.viewId]: _, ...views } = state.views;
        return { ...state, views };
      }
      case 'portfolio.DefaultListViewChosen':
        return { ...state, defaults: { ...state.defaults, [event.data.list]: event.data.to } };
      default:
        return event satisfies never;
    }
  },
});

/** Nobody finds anything among more. */
const MOST = 50;

export interface SaveBody extends ListView {
  readonly viewId: string;
}

export function saveView(state: ListViews, { viewId, ...to }: SaveBody): ListViewEvent[] {
  const from = Object.hasOwn(state.views, viewId) ? state.views[viewId]! : null;
  if (isDeepStrictEqual(from, to)) return [];
  const others = Object.entries(state.views).filter(([id, { list }]) => id !== viewId && list === to.list);
  if (others.some(([, { name }]) => name.toLowerCase() === to.name.toLowerCase())) {
    throw new Refused('view.name-taken', `name: you have a view called ${to.name} already.`);
  }
  if (!from && others.length >= MOST)
    throw new Refused('view.too-many', `A person keeps at most ${MOST} views of a list.`);
  return [{ type: 'portfolio.ListViewSaved', data: { viewId, from, to } }];
}

export type ChangeViewBody = Partial<Omit<ListView, 'list'>> & { readonly viewId: string };

export function changeView(state: ListViews, { viewId, ...changes }: ChangeViewBody): ListViewEvent[] {
  return saveView(state, { ...own(state, viewId), ...changes, viewId });
}

export interface DeleteViewBody {
  readonly viewId: string;
  /** Which list it is a view of. */
  readonly list: string;
}

export function deleteView(state: ListViews, { viewId, list }: DeleteViewBody): ListViewEvent[] {
  const from = own(state, viewId);
  if (from.list !== list) throw new NotFound('view', viewId);
  const opens = state.defaults[from.list] === viewId;
  return [
    ...(opens
      ? [{ type: 'portfolio.DefaultListViewChosen', data: { list: from.list, from: viewId, to: null } } as const]
      : []),
    { type: 'portfolio.ListViewDeleted', data: { viewId, from } },
  ];
}

export interface ChooseDefaultBody {
  readonly list: string;
  readonly viewId: string | null;
}

export function chooseDefault(state: ListViews, { list, viewId: to }: ChooseDefaultBody): ListViewEvent[] {
  const from = state.defaults[list] ?? null;
  return from === to ? [] : [{ type: 'portfolio.DefaultListViewChosen', data: { list, from, to } }];
}

/** @throws NotFound also for a view of somebody else */
function own(state: ListViews, viewId: string): ListView {
  const found = Object.hasOwn(state.views, viewId) ? state.views[viewId] : undefined;
  if (!found) throw new NotFound('view', viewId);
  return found;
}

export class SaveView extends Command<SaveBody> {}
export class ChangeView extends Command<ChangeViewBody> {}
export class DeleteView extends Command<DeleteViewBody> {}
export class ChooseDefaultView extends Command<ChooseDefaultBody> {}
export const listViewCommands = bind(listViews, [
  [SaveView, saveView],
  [ChangeView, changeView],
  [DeleteView, deleteView],
  [ChooseDefaultView, chooseDefault],
]);

const of = ({ tenant, stream }: { tenant: string; stream: string }) => ({
  kind: 'list-view',
  subject: { type: 'person', id: idOfStream(tenant, stream) },
});

export const listViewDescriptions: Descriptions<ListViewEvent> = {
  'portfolio.ListViewSaved': (event) => ({
    ...of(event),
    detail: event.data.to.name,
    before: event.data.from ?? undefined,
    after: event.data.to,
  }),
  'portfolio.ListViewDeleted': (event) => ({ ...of(event), detail: event.data.from.name, before: event.data.from }),
  'portfolio.DefaultListViewChosen': (event) => ({
    ...of(event),
    detail: event.data.list,
    before: { opensWith: event.data.from },
    after: { opensWith: event.data.to },
  }),
};
