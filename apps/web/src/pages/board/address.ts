import type { ReadAnswer } from '~/api/types';

export type Tile = ReadAnswer<'/api/t/{tenant}/board/dashboard'>['tiles'][number];
export type MadeOf = Tile['madeOf'];

const pages: Record<MadeOf['list'], string> = {
  accounts: 'portfolio',
  actions: 'audits/actions',
  answers: 'audits',
  audits: 'audits',
  litmus: 'audits/litmus',
  organisation: 'audits/organisation',
  plans: 'plans',
  time: 'audits/time/enter',
  history: 'history',
  moves: 'portfolio/moves',
  notices: 'notices',
  rounds: 'portfolio/rounds',
  'round-scoring': 'portfolio/rounds',
};
/** The part of a record's page that the list is about. */
const parts: Readonly<Partial<Record<MadeOf['list'], string>>> = { answers: '/answer', 'round-scoring': '/score' };
/** Filters that the pages call by a shorter name than the API. */
const shorter: Readonly<Record<string, string>> = { leadId: 'lead' };

/**
 * The page that shows what a figure is made of. The figure is that of everything the person may see, so the page is not
 * limited to one division.
 */
export function addressOf({ list, id, filters }: MadeOf): string {
  const query = new URLSearchParams(Object.entries(filters).map(([name, value]) => [shorter[name] ?? name, value]));
  query.set('division', '');
  const record = id === undefined ? '' : `/${id}${parts[list] ?? ''}`;
  return `${pages[list]}${record}?${query.toString()}`;
}
