import { z } from 'zod';
import { type Catalogue, type CatalogueAction, phaseIds } from '../catalogue/catalogue';
import { type Answers, NONE_UNCONFIRMED, tally, tallyOf, type Unconfirmed } from './tally';

const phase = z.enum(phaseIds);
const period = z.int().min(1).max(3);
const stream = z.string();
const contributoryStream = z.string();

/** The same audit, cut in each way that the programme is looked at. The pieces of every cut add up to the whole. */
export const cuts = z.object({
  overall: tally,
  phases: z.array(tally.extend({ phase })),
  periods: z.array(tally.extend({ phase, period })),
  streams: z.array(tally.extend({ stream })),
  contributoryStreams: z.array(tally.extend({ stream, contributoryStream })),
  /** Period by stream; a pair that holds no action is left out. */
  cells: z.array(tally.extend({ phase, period, stream })),
});
export type Cuts = z.infer<typeof cuts>;

export function cutsOf(catalogue: Catalogue, answers: Answers, unconfirmed: Unconfirmed = NONE_UNCONFIRMED): Cuts {
  const { phases, periods, streams, contributoryStreams, cells } = piecesOf(catalogue);
  const tallied = <Piece extends Asked>({ asked, ...piece }: Piece) => ({
    ...piece,
    ...tallyOf(asked, answers, unconfirmed),
  });
  return {
    overall: tallyOf(catalogue.actions, answers, unconfirmed),
    phases: phases.map(tallied),
    periods: periods.map(tallied),
    streams: streams.map(tallied),
    contributoryStreams: contributoryStreams.map(tallied),
    cells: cells.map(tallied),
  };
}

interface Asked {
  readonly asked: readonly CatalogueAction[];
}

/** Which actions each piece of each cut asks about: the same for every audit under the catalogue. */
function cut({ actions, structure }: Catalogue) {
  const by = (asked: (action: CatalogueAction) => boolean) => actions.filter(asked);
  const { phases, periods, streams, contributoryStreams } = structure;
  const inPeriods = periods.map(({ phase, number: period }) => ({
    phase,
    period,
    asked: by((action) => action.phase === phase && action.period === period),
  }));
  return {
    phases: phases.map(({ id }) => ({ phase: id, asked: by(({ phase }) => phase === id) })),
    periods: inPeriods,
    streams: streams.map(({ id }) => ({ stream: id, asked: by(({ stream }) => stream === id) })),
    contributoryStreams: contributoryStreams.map(({ id, stream }) => ({
      stream,
      contributoryStream: id,
      asked: by(({ contributoryStream }) => contributoryStream === id),
    })),
    cells: inPeriods
      .flatMap(({ asked, ...period }) =>
        streams.map(({ id }) => ({ ...period, stream: id, asked: asked.filter(({ stream }) => stream === id) })),
      )
      .filter(({ asked }) => asked.length > 0),
  };
}

const known = new WeakMap<Catalogue, ReturnType<typeof cut>>();

/** Cut once: a published catalogue never changes. */
export function piecesOf(catalogue: Catalogue): ReturnType<typeof cut> {
  const pieces = known.get(catalogue) ?? cut(catalogue);
  known.set(catalogue, pieces);
  return pieces;
}
