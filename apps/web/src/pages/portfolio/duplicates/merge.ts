import type { ReadAnswer } from '~/api/types';

export type Preview = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/merge-preview'>;
export type Fact = Preview['facts'][number];
export type Keeps = Partial<Record<Fact['fact'], Fact['suggested']>>;

/** What loses nothing; only facts that differ need a choice. */
export const suggestedKeeps = ({ facts }: Preview): Keeps =>
  Object.fromEntries(facts.filter(({ differs }) => differs).map(({ fact, suggested }) => [fact, suggested]));
