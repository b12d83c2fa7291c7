import fc from 'fast-check';
import type { PlanContent } from '../plan/plan-content';
import { samplePlan } from '../plan/sample-plan.fixture';
import { changesBetween } from './changes';
import { compare, type Comparison } from './compare';

const plan = samplePlan();

describe('comparing two revisions of a plan', () => {
  it('shows a text word by word', () => {
    const [change] = compare(plan, { ...plan, revenuePlan: plan.revenuePlan.replace('double', 'treble') });
    expect(change).toMatchObject({ section: 'revenuePlan', field: 'revenuePlan', kind: 'changed', difference: null });
    expect(change!.words!.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'double' },
      { kind: 'added', text: 'treble' },
    ]);
  });

  it('shows by how much a number moved', () => {
    const forecast = plan.forecast.map((cell, index) =>
      index === 0 ? { ...cell, revenue: cell.revenue - 250 } : cell,
    );
    expect(compare(plan, { ...plan, forecast })).toEqual([
      expect.objectContaining({
        section: 'forecast',
        item: '2025 d-1',
        field: 'revenue',
        difference: -250,
        words: null,
      }),
    ]);
  });

  it('shows what was added and what was removed as a whole, by its title', () => {
    const [first, second] = plan.actions;
    const action = { ...first!, id: 'a-9', title: 'Visit the plant' };
    expect(compare(plan, { ...plan, actions: [first!, action] })).toEqual([
      expect.objectContaining({ kind: 'added', item: 'a-9', label: 'Visit the plant', before: null, after: action }),
      expect.objectContaining({ kind: 'removed', item: 'a-2', label: second!.title, before: second, after: null }),
    ]);
  });

  it('says when a list was re-ordered, but does not care about the order of forecasts', () => {
    const reversed = { ...plan, actions: plan.actions.toReversed(), forecast: plan.forecast.toReversed() };
    expect(compare(plan, reversed)).toEqual([
      expect.objectContaining({ section: 'actions', field: 'order', before: ['a-1', 'a-2'], after: ['a-2', 'a-1'] }),
    ]);
  });

  it('shows texts that share hardly a word as one replaced by the other', () => {
    const text = (word: string) => Array.from({ length: 1_500 }, (_, index) => word + index).join(' ');
    const [change] = compare({ ...plan, revenuePlan: text('a') }, { ...plan, revenuePlan: text('b') });
    expect(change!.words!.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('comparing any two plans', () => {
  const id = fc.constantFrom('x', 'y', 'z');
  const words = fc
    .array(fc.constantFrom('grow', 'the', 'share', 'of', 'wallet', '2025'), { maxLength: 5 })
    .map((all) => all.join(' '));
  const number = fc.integer({ min: -3, max: 3 });
  const day = fc.constantFrom('2025-01-31', '2025-06-30');
  const list = <Item extends object>(item: fc.Arbitrary<Item>, key: (item: Item) => string) =>
    fc.uniqueArray(item, { maxLength: 3, selector: key });
  const content: fc.Arbitrary<PlanContent> = fc.record({
    horizonYears: fc.integer({ min: 3, max: 4 }),
    relationshipPlan: words,
    revenuePlan: words,
    criticalSuccessFactors: list(fc.record({ id, text: words }), (one) => one.id),
    objectives: list(
      fc.record({
        id,
        title: words,
        measure: words,
        baseline: fc.option(number),
        target: number,
        unit: words,
        dueOn: day,
      }),
      (one) => one.id,
    ),
    actions: list(
      fc.record({
        id,
        title: words,
        ownerId: id,
        dueOn: day,
        state: fc.constantFrom('open' as const, 'done' as const),
        objectiveId: fc.option(id),
      }),
      (one) => one.id,
    ),
    forecast: list(
      fc.record({ year: fc.integer({ min: 2025, max: 2027 }), divisionId: id, revenue: number, margin: number }),
      (one) => `${one.year} ${one.divisionId}`,
    ),
  });

  it('finds nothing between a plan and itself', () => {
    fc.assert(fc.property(content, (one) => expect(compare(one, structuredClone(one))).toEqual([])));
  });

  it('finds nothing only where the plans say the same', () => {
    const canonical = (plan: PlanContent) => ({
      ...plan,
      forecast: plan.forecast
        .map((cell) => JSON.stringify([cell.year, cell.divisionId, cell.revenue, cell.margin]))
        .sort(),
    });
    fc.assert(
      fc.property(content, content, (one, other) => {
        if (changesBetween(one, other).length === 0) expect(canonical(one)).toEqual(canonical(other));
      }),
    );
  });

  it('says the opposite the other way round', () => {
    const opposite = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    const told = ({ section, item, field, kind, before, after, difference }: Comparison) =>
      JSON.stringify([section, item, field, kind, before, after, difference || 0]);
    const turned = (change: Comparison) =>
      told({
        ...change,
        kind: opposite[change.kind],
        before: change.after,
        after: change.before,
        difference: change.difference === null ? null : -change.difference,
      });
    fc.assert(
      fc.property(content, content, (one, other) =>
        expect(compare(other, one).map(told).sort()).toEqual(compare(one, other).map(turned).sort()),
      ),
    );
  });

  it('loses no word of either text', () => {
    fc.assert(
      fc.property(content, content, (one, other) => {
        for (const { words, before, after } of compare(one, other)) {
          if (!words) continue;
          const without = (kind: string) =>
            words
              .filter((part) => part.kind !== kind)
              .map(({ text }) => text)
              .join('');
          expect([without('added'), without('removed')]).toEqual([before, after]);
        }
      }),
    );
  });
});
