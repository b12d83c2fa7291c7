import { catalogueOf } from './catalogue';
import { phaseAudit, phaseAuditOf, phaseAudits, presentPhaseAudit } from './phase-audit';
import actionsFile from './phase-audit-1.json';
import structureFile from './phase-audit-structure.json';

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

describe.each(phaseAudits.map((catalogue) => [catalogue.version, catalogue] as const))(
  'phase audit catalogue %i',
  (version, catalogue) => {
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

    it('is found by its version, structure and all', () => {
      expect(phaseAuditOf(version)).toBe(catalogue);
      expect(catalogue.structure.version).toBe(version);
    });
  },
);

describe('versions of the phase audit catalogue', () => {
  const [first, second] = [phaseAuditOf(1), phaseAuditOf(2)];

  it('are the first and the present one', () => {
    expect(phaseAudits.map(({ version }) => version)).toEqual([1, 2]);
    expect(presentPhaseAudit).toBe(2);
  });

  it('do not know one that was never published', () => {
    expect(phaseAudit(3)).toBeUndefined();
    expect(() => phaseAuditOf(3)).toThrow('version 3');
  });

  it('ask for the same actions at the same places: no version re-weights', () => {
    const places = ({ actions }: typeof first) =>
      actions.map(({ id, phase, period, stream, contributoryStream }) => [
        id,
        phase,
        period,
        stream,
        contributoryStream,
      ]);
    expect(places(second)).toEqual(places(first));
  });

  it('say of every action which one before it answers', () => {
    expect(second.actions.map(({ from }) => from)).toEqual(first.actions.map(({ id }) => [id]));
  });

  it('tell from version 2 on what an assessor finds at each score, differently for every action', () => {
    const told = second.actions.flatMap(({ guidance }) => Object.values(guidance!));
    expect(told).toHaveLength(3 * 129);
    expect(new Set(told).size).toBe(3 * 129);
  });

  it('follow an element from level to level: criteria, plans, rewards, teams, structure', () => {
    const builds = (id: string) => second.action(id)!.buildsOn;
    expect(builds('C1-04')).toEqual(['A2-03']);
    expect(builds('D2-10')).toEqual(['C1-04', 'C1-12']);
    expect(builds('C2-12')).toEqual(['B2-09', 'C1-05']);
    expect(builds('D1-04')).toEqual(['C2-03', 'C2-12']);
    expect(builds('D1-06')).toEqual(['C1-08', 'C1-09']);
    expect(builds('C2-08')).toEqual(['B1-10', 'B2-04']);
    expect(builds('D1-05')).toEqual(['C1-10']);
  });

  it('let no action build on its own or a later period, so never in a circle', () => {
    for (const { id, buildsOn = [] } of second.actions) {
      for (const earlier of buildsOn) expect(earlier.slice(0, 2) < id.slice(0, 2)).toBe(true);
    }
  });

  it('let every action after Scoping build on something, or begin an element of its own', () => {
    const begins = second.actions.filter(({ buildsOn }) => buildsOn!.length === 0).map(({ id }) => id);
    expect(begins.filter((id) => id >= 'B')).toEqual(['B1-05', 'B1-06', 'B1-09', 'B1-10', 'B2-02', 'B3-09', 'D1-11']);
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

  it('refuses an action that builds on one of its own period', () => {
    const circular = { ...actionsFile, actions: [{ ...first, buildsOn: [second!.id] }, second, ...rest] };
    expect(() => catalogueOf(circular, structureFile)).toThrow(
      'A1-01 builds on A1-02, which is not an action of an earlier',
    );
  });

  it('refuses a file that breaks the schema', () => {
    expect(() => catalogueOf({ ...actionsFile, actions: [{ ...first, period: 4 }] }, structureFile)).toThrow();
  });
});
