import { type Frame, neighbour, place, scoresAt, shortName, xOf, yOf } from './layout';

const frame: Frame = { width: 900, height: 560, left: 40, right: 20, top: 10, bottom: 40 };
const point = (name: string, standing: number, attractiveness: number, spend = 1) => ({
  name,
  standing,
  attractiveness,
  spend,
});

describe('the matrix', () => {
  it('runs from 0 to 10 on both axes, attractive at the top', () => {
    expect([xOf(frame, 0), xOf(frame, 10)]).toEqual([40, 880]);
    expect([yOf(frame, 0), yOf(frame, 10)]).toEqual([520, 10]);
  });

  it('tells the scores at a place, within the scale', () => {
    expect(scoresAt(frame, xOf(frame, 7.3), yOf(frame, 2.1))).toEqual({ standing: 7.3, attractiveness: 2.1 });
    expect(scoresAt(frame, 0, 0)).toEqual({ standing: 0, attractiveness: 10 });
  });

  it('shows as area what it is asked to', () => {
    const potentials = [point('Small', 2, 2, 100), point('Large', 8, 8, 25)];
    const [first] = place(potentials, frame, ({ spend }) => 1 / spend);
    expect(first!.point.name).toBe('Large');
  });

  it('shows spend as area', () => {
    const [large, small] = place([point('Small', 2, 2, 25), point('Large', 8, 8, 100)], frame);
    expect(large!.point.name).toBe('Large');
    expect(large!.radius).toBe(30);
    expect(small!.radius).toBe(15);
  });

  it('names every account that has room, and keeps names off each other', () => {
    const placed = place([point('Alder', 5, 5), point('Birch', 5, 5.05), point('Cedar', 1, 1)], frame);
    const labels = placed.flatMap(({ label }) => (label ? [`${label.x},${label.y}`] : []));
    expect(new Set(labels).size).toBe(labels.length);
    expect(placed.find(({ point }) => point.name === 'Cedar')!.label).toBeDefined();
  });

  it('leaves a name out where it would cover another', () => {
    const crowd = Array.from({ length: 40 }, (_, index) => point(`Account number ${index}`, 5, 5));
    const named = place(crowd, frame).filter(({ label }) => label);
    expect(named.length).toBeGreaterThan(0);
    expect(named.length).toBeLessThan(40);
  });

  it('shortens a name that is too long to stand beside a bubble', () => {
    expect(shortName('A'.repeat(40))).toBe(`${'A'.repeat(23)}…`);
    expect(shortName('Alder')).toBe('Alder');
  });
});

describe('arrow keys', () => {
  const placed = [
    { x: 0, y: 0 },
    { x: 10, y: 1 },
    { x: 5, y: 50 },
  ];

  it('go to the nearest account in that direction', () => {
    expect(neighbour(placed, 0, 'ArrowRight')).toBe(1);
    expect(neighbour(placed, 0, 'ArrowDown')).toBe(1);
    expect(neighbour(placed, 1, 'ArrowDown')).toBe(2);
    expect(neighbour(placed, 2, 'ArrowUp')).toBe(1);
  });

  it('stay where nothing lies further', () => {
    expect(neighbour(placed, 0, 'ArrowLeft')).toBe(0);
  });
});
