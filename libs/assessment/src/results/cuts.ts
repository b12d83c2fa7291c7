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
  const { phases, periods, streams, contributoryStreams } = catalogue.structure;
  const of = (asked: (action: CatalogueAction) => boolean) =>
    tallyOf(catalogue.actions.filter(asked), answers, unconfirmed);
  return {
    overall: tallyOf(catalogue.actions, answers, unconfirmed),
    phases: phases.map(({ id }) => ({ phase: id, ...of(({ phase }) => phase === id) })),
    periods: periods.map((period) => ({
      phase: period.phase,
      period: period.number,
      ...of((action) => inPeriod(action, period)),
    })),
    streams: streams.map(({ id }) => ({ stream: id, ...of(({ stream }) => stream === id) })),
    contributoryStreams: contributoryStreams.map(({ id, stream }) => ({
      stream,
      contributoryStream: id,
      ...of(({ contributoryStream }) => contributoryStream === id),
    })),
    cells: periods.flatMap((period) =>
      streams
        .filter(({ id }) => catalogue.actions.some((action) => inPeriod(action, period) && action.stream === id))
        .map(({ id }) => ({
          phase: period.phase,
          period: period.number,
          stream: id,
          ...of((action) => inPeriod(action, period) && action.stream === id),
        })),
    ),
  };
}

const inPeriod = (action: CatalogueAction, period: { readonly phase: string; readonly number: number }) =>
  action.phase === period.phase && action.period === period.number;
