import type { Pool } from 'pg';
import { projections } from '../contexts';
import type { ReadModels } from './read-models';

interface State {
  readonly name: string;
  readonly version: number;
  readonly error: string | null;
}

/** As the projectors, which run elsewhere, have left word in the database. */
export const storedReadModels = (database: Pick<Pool, 'query'>): ReadModels => ({
  state: async () => {
    const { rows } = await database.query<State>('select name, version, error from projection.state');
    const states = new Map(rows.map((state) => [state.name, state]));
    return {
      built: projections.every(({ name, version }) => states.get(name)?.version === version),
      lagSeconds: 0,
      stopped: rows.filter(({ error }) => error !== null).map(({ name }) => name),
    };
  },
});
