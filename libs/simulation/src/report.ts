import type { Simulated } from './simulate';
import type { Topology } from './topology';

const BARS = ' ▁▂▃▄▅▆▇█';

/** What the run says, for a person at a terminal: the figures, and the lag over the day. */
export function report(topology: Topology, run: Simulated): string {
  const { hottest } = run;
  const fair = 1 / topology.partitions;
  return [
    `${number(topology.tenants)} tenants, ${topology.partitions} partitions, ${topology.projectors} projectors, ${topology.hours} h, ${number(run.events)} events`,
    '',
    `Lag of the worst partition   ${seconds(run.worstLag)} at most, ${seconds(run.p99Lag)} in 99 % of the minutes`,
    `Busiest projector            ${percent(run.busiestProjector)} busy in its busiest hour`,
    `Hottest partition            ${hottest.partition}: ${percent(hottest.share)} of all events (${percent(fair)} would be even), ${hottest.tenants} tenants`,
    `Still waiting at the end     ${number(run.left)} events`,
    '',
    'Lag of the worst partition, a column per quarter of an hour:',
    sparkline(everyQuarter(run).map(({ worstLag }) => worstLag)),
    '',
    verdict(run),
  ].join('\n');
}

/** The lag over time, a line per minute. */
export function timelineCsv({ timeline }: Simulated): string {
  const lines = timeline.map(({ second, recorded, relayBacklog, worstLag, medianLag }) =>
    [second, recorded, relayBacklog, worstLag, medianLag].join(','),
  );
  return `second,recorded,relay_backlog,worst_lag_s,median_lag_s\n${lines.join('\n')}\n`;
}

function verdict(run: Simulated): string {
  if (run.left > 0 && run.worstLag > 60)
    return 'This topology does not keep up: add projectors and partitions, or a larger database.';
  if (run.worstLag > 30)
    return 'It keeps up over the day; at its worst people wait longer than 30 s to read what was written.';
  if (run.busiestProjector > 0.7)
    return 'It keeps up, with little to spare: one projector is busy more than 70 % of an hour.';
  return 'It keeps up, with room to spare.';
}

function everyQuarter({ timeline }: Simulated) {
  const quarters = Array.from({ length: Math.ceil(timeline.length / 15) }, (_, index) =>
    timeline.slice(15 * index, 15 * (index + 1)),
  );
  return quarters.map((minutes) => ({ worstLag: Math.max(...minutes.map(({ worstLag }) => worstLag)) }));
}

function sparkline(values: readonly number[]): string {
  const highest = Math.max(...values, 1);
  const bars = values.map((value) => BARS[Math.ceil((value / highest) * (BARS.length - 1))]).join('');
  return `${bars}  (full height: ${seconds(highest)})`;
}

const number = (value: number) => Math.round(value).toLocaleString('en-GB');
const percent = (value: number) => `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %`;
const seconds = (value: number) => (value < 120 ? `${Math.round(value)} s` : `${(value / 60).toFixed(1)} min`);
