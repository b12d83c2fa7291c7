import { z } from 'zod';
import { type Catalogue, type CatalogueAction, phaseIds } from '../catalogue/catalogue';
import { type Answers, tally, tallyOf } from './tally';

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

export function cutsOf(catalogue: Catalogue, answers: Answers): Cuts {
  const { phases, periods, streams, contributoryStreams } = catalogue.structure;
  const by = (asked: (action: CatalogueAction) => boolean) => catalogue.actions.filter(asked);
  const cells = periods.flatMap((period) =>
    streams.map((stream) => ({
      phase: period.phase,
      period: period.number,
      stream: stream.id,
      asked: by((action) => inPeriod(action, period) && action.stream === stream.id),
    })),
  );
  return {
    overall: tallyOf(catalogue.actions, answers),
    phases: phases.map(({ id }) => ({
      phase: id,
      ...tallyOf(
        by((action) => action.phase === id),
        answers,
      ),
    })),
    periods: periods.map((period) => ({
      phase: period.phase,
      period: period.number,
      ...tallyOf(
        by((action) => inPeriod(action, period)),
        answers,
      ),
    })),
    streams: streams.map(({ id }) => ({
      stream: id,
      ...tallyOf(
        by((action) => action.stream === id),
        answers,
      ),
    })),
    contributoryStreams: contributoryStreams.map(({ id, stream }) => ({
      stream,
      contributoryStream: id,
      ...tallyOf(
        by((action) => action.contributoryStream === id),
        answers,
      ),
    })),
    cells: cells
      .filter(({ asked }) => asked.length > 0)
      .map(({ asked, ...cell }) => ({ ...cell, ...tallyOf(asked, answers) })),
  };
}

const inPeriod = (action: CatalogueAction, period: { readonly phase: string; readonly number: number }) =>
  action.phase === period.phase && action.period === period.number;
