import { type EventStore, type Position, START } from '@mainstay/event-sourcing';
import type { Pool } from 'pg';
import { projections } from '../contexts';
import type { ReadModels, ReadModelsState } from './read-models';

interface State {
  readonly name: string;
  readonly version: number;
  readonly error: string | null;
}

/** Whoever asks within this time gets the same answer: balancers ask often, and each time costs two questions. */
const KEPT_MS = 500;

const PLACE = `select coalesce((select min(position) from projection.partition), (select position from projection.feed)) as place`;

/** As the projectors, which run elsewhere, have left word in the database. */
export function storedReadModels(database: Pick<Pool, 'query'>, store: Pick<EventStore, 'readFeed'>): ReadModels {
  let asked = -Infinity;
  let answer: Promise<ReadModelsState>;

  const ask = async (): Promise<ReadModelsState> => {
    const { rows } = await database.query<State>('select name, version, error from projection.state');
    const states = new Map(rows.map((state) => [state.name, state]));
    const { rows: places } = await database.query<{ place: Position | null }>(PLACE);
    // What the partition furthest behind may not have applied; it is told every second or so how far it is complete.
    const { events } = await store.readFeed(places[0]!.place ?? START, 1);
    return {
      built: projections.every(({ name, version }) => states.get(name)?.version === version),
      lagSeconds: events[0] ? Math.max(0, (Date.now() - events[0].recorded.getTime()) / 1_000) : 0,
      stopped: rows.filter(({ error }) => error !== null).map(({ name }) => name),
    };
  };

  return {
    state: () => {
      if (performance.now() - asked > KEPT_MS) {
        asked = performance.now();
        answer = ask();
        answer.catch(() => (asked = -Infinity));
      }
      return answer;
    },
  };
}
