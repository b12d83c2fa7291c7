import { catalogueOf } from './catalogue';
import { phaseAudit, phaseAuditOf } from './phase-audit';
import actionsFile from './phase-audit-1.json';
import structureFile from './phase-audit-structure.json';

const catalogue = phaseAuditOf(1);

/** Period, name, actions, maximum. */
const table = [
  ['A1', 'Awareness', 7, 21],
  ['A2', 'Understanding the scope', 11, 33],
  ['A3', 'Making the case', 8, 24],
  ['B1', 'Capability building', 13, 39],
  ['B2', 'Roll-out', 11, 33],
  ['B3', 'Reviewing the introduction', 11, 33],
  ['C1', 'Redefining', 13, 39],
  ['C2', 'Gearing up', 14, 42],
  ['C3', 'Evaluation', 8, 24],
  ['D1', 'Customer-centric', 12, 36],
  ['D2', 'Full integration', 12, 36],
  ['D3', 'Revision', 9, 27],
] as const;

describe('phase audit catalogue 1', () => {
  it.each(table)('asks in %s %s for %i actions worth %i', (id, name, count, maximum) => {
    const asked = catalogue.actions.filter((action) => `${action.phase}${action.period}` === id);
    expect(asked).toHaveLength(count);
    const period = catalogue.structure.periods.find((period) => `${period.phase}${period.number}` === id);
    expect(period).toMatchObject({ name, actions: count, maximum });
    expect(maximum).toBe(count * 3);
  });

  it('has 129 actions worth 387, told in the order of the periods', () => {
    expect(catalogue.actions).toHaveLength(129);
    expect(catalogue.structure.periods.reduce((sum, period) => sum + period.maximum, 0)).toBe(387);
    const order = catalogue.actions.map((action) => action.id);
    expect(order).toEqual([...order].sort());
  });

  it('counts 26, 35, 35 and 33 actions in the four phases', () => {
    const counts = catalogue.structure.phases.map(
      ({ id }) => catalogue.actions.filter((action) => action.phase === id).length,
    );
    expect(counts).toEqual([26, 35, 35, 33]);
  });

  it('gives every action an id of its own that says its period', () => {
    expect(new Set(catalogue.actions.map((action) => action.id)).size).toBe(129);
    for (const action of catalogue.actions) expect(action.id.slice(0, 2)).toBe(`${action.phase}${action.period}`);
  });

  it('words every action differently and helps with each', () => {
    expect(new Set(catalogue.actions.map((action) => action.label)).size).toBe(129);
    expect(new Set(catalogue.actions.map((action) => action.help)).size).toBe(129);
  });

  it('has three streams of three contributory streams, all of them in use', () => {
    const { streams, contributoryStreams } = catalogue.structure;
    expect(streams.map((stream) => stream.id)).toEqual(['strategy-planning', 'organisation-culture', 'processes']);
    for (const { id } of streams) expect(contributoryStreams.filter(({ stream }) => stream === id)).toHaveLength(3);
    expect(new Set(catalogue.actions.map((action) => action.contributoryStream)).size).toBe(9);
  });

  it('has the scale 0 to 3', () => {
    expect(catalogue.structure.scale.map(({ score }) => score)).toEqual([0, 1, 2, 3]);
  });

  it('does not know a version that was never published', () => {
    expect(phaseAudit(2)).toBeUndefined();
    expect(() => phaseAuditOf(2)).toThrow('version 2');
  });
});

describe('loading a catalogue', () => {
  const [first, second, ...rest] = actionsFile.actions;

  it('refuses an id that stands twice', () => {
    const twice = { ...actionsFile, actions: [first, { ...second, id: first!.id }, ...rest] };
    expect(() => catalogueOf(twice, structureFile)).toThrow('an action id stands twice');
  });

  it('refuses a contributory stream outside its stream', () => {
    const astray = { ...actionsFile, actions: [{ ...first, stream: 'processes' }, second, ...rest] };
    expect(() => catalogueOf(astray, structureFile)).toThrow('A1-01 is in a contributory stream outside its stream');
  });

  it('refuses a period with an action too few', () => {
    expect(() => catalogueOf({ ...actionsFile, actions: [second, ...rest] }, structureFile)).toThrow(
      'Awareness has 6 actions, not 7',
    );
  });

  it('refuses a file that breaks the schema', () => {
    expect(() => catalogueOf({ ...actionsFile, actions: [{ ...first, period: 4 }] }, structureFile)).toThrow();
  });
});
