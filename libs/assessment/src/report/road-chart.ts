import type { Catalogue } from '../catalogue/catalogue';
import type { AuditResults } from '../results/results.views';
import { line, rect, svg, text, tones } from './svg';
import { month } from './words';

const HEIGHT = 82;
const TOP = 40;
const BAR = 16;
/** Share of the road that the words of a stop take up. */
const ROOM = 0.14;

/** The whole road with its phase borders, where this audit stands, and where the others of its scope stood. */
export function roadChart({ road, audit, trail }: AuditResults, { structure }: Catalogue, width: number): string {
  const { score, maximum, borders } = road;
  const at = (points: number) => (points / maximum) * width;
  const ends = [...borders, maximum];
  const others = trail.filter(({ id }) => id !== audit.id);
  const phases = structure.phases.flatMap(({ id, name }, index) => {
    const from = ends[index - 1] ?? 0;
    const to = ends[index]!;
    return [
      text(at(from) + 2, TOP + BAR + 13, id, { size: 9, bold: true }),
      text(at(from) + 12, TOP + BAR + 13, name, { size: 8.5 }),
      line(at(to), TOP - 3, at(to), TOP + BAR + 26, tones.dim),
      text(at(to) - 2, TOP + BAR + 25, String(to), { size: 7.5, fill: tones.dim, anchor: 'end' }),
    ];
  });
  const stops = others.flatMap((stop) => [
    line(at(stop.score), TOP - 4, at(stop.score), TOP + BAR + 4, tones.ink, 1.25),
    `<circle cx="${at(stop.score)}" cy="${TOP - 5}" r="2.4" fill="#ffffff" stroke="${tones.ink}" stroke-width="1"/>`,
  ]);
  const names = labelled(others, score, maximum).map(({ stop, level }) =>
    text(within(at(stop.score), width), TOP - 12 - level * 13, `${stop.score}, ${month(stop.auditDate)}`, {
      size: 7.5,
      fill: tones.dim,
      anchor: 'middle',
    }),
  );
  return svg(width, HEIGHT, [
    rect(0, TOP, width, BAR, tones.ground, `stroke="${tones.line}" stroke-width="0.75"`),
    rect(0, TOP, at(score), BAR, tones['maturity-2']),
    ...phases,
    ...stops,
    ...names,
    `<path d="M ${at(score) - 5} ${TOP - 9} L ${at(score) + 5} ${TOP - 9} L ${at(score)} ${TOP} Z" fill="${tones.accent}"/>`,
    line(at(score), TOP, at(score), TOP + BAR, tones.accent, 2),
    text(within(at(score), width), TOP - 13, `This audit ${score}`, {
      size: 10,
      bold: true,
      fill: tones.accent,
      anchor: 'middle',
    }),
  ]);
}

/** The latest stops first, on the line of words where they run into nobody's; where both are taken, without words. */
function labelled<Stop extends { score: number }>(stops: readonly Stop[], score: number, maximum: number) {
  const lines: number[][] = [[score], []];
  return [...stops].reverse().flatMap((stop) => {
    const level = lines.findIndex((taken) => taken.every((other) => Math.abs(other - stop.score) > maximum * ROOM));
    lines[level]?.push(stop.score);
    return level < 0 ? [] : [{ stop, level }];
  });
}

const within = (x: number, width: number) => Math.min(Math.max(x, 34), width - 34);
