import { given, refusal, request } from '../testing/domain';
import {
  assertKnown,
  categoriesOf,
  nameIn,
  orderOf,
  setOn,
  shippedExitPoints,
  shippedSet,
  suggestedIn,
} from './categories';
import { setCategories, setExitList } from './categories.decisions';
import type { CategorySetting } from './categories.events';

const shipped = [...shippedSet.categories];
const [strategic, star, status, streamline, prospect, notKey] = shipped as [
  CategorySetting,
  CategorySetting,
  CategorySetting,
  CategorySetting,
  CategorySetting,
  CategorySetting,
];
const none = given(categoriesOf);
const growth: CategorySetting = { ...star, id: 'own-growth', name: 'Growth', quadrants: [] };
const renamed = [{ ...strategic, name: 'Partners' }, star, growth, status, streamline, prospect, notKey];
const body = { categories: renamed, effectiveOn: '2026-04-01', reason: 'Our own words', occupied: {} };
const [set] = setCategories(none, body, request());
const own = given(categoriesOf, set!);
const without = (id: string) => [...renamed].filter((one) => one.id !== id);

describe('the categories of an enterprise', () => {
  it('are the shipped ones until it says otherwise', () => {
    expect(orderOf(setOn(none.sets, '1999-01-01'))).toEqual([
      'strategic',
      'star',
      'status',
      'streamline',
      'prospect',
      'not-key',
    ]);
    expect(none.exitPoints).toBe(shippedExitPoints);
  });

  it('are said from a day on, with what they were before', () => {
    expect(set).toMatchObject({
      type: 'portfolio.CategoriesSet',
      data: { version: 2, effectiveOn: '2026-04-01', from: { version: 1, categories: shipped }, retired: [] },
      effectiveOn: '2026-04-01',
    });
    expect(setOn(own.sets, '2026-03-31').version).toBe(1);
    expect(setOn(own.sets, '2026-04-01').version).toBe(2);
    expect(nameIn(own.sets, 'strategic')).toBe('Partners');
  });

  it.each([
    ['a change without a reason', { ...body, reason: '' }, 'categories.reason-missing'],
    ['two of one id', { ...body, categories: [strategic, ...renamed] }, 'categories.id-twice'],
    [
      'two of one name',
      { ...body, categories: [{ ...star, name: 'partners' }, ...without('star')] },
      'categories.name-twice',
    ],
    ['none for what is not key', { ...body, categories: without('not-key') }, 'categories.not-key-missing'],
    [
      'a prospect among the key ones',
      { ...body, categories: [prospect, ...without('prospect')] },
      'categories.not-key-missing',
    ],
    ['none that is key', { ...body, categories: [prospect, notKey] }, 'categories.none-key'],
    ['a quadrant that suggests nothing', { ...body, categories: without('star') }, 'categories.quadrant-unclear'],
    [
      'a quadrant that suggests two',
      {
        ...body,
        categories: [{ ...growth, id: 'own-x' as const, name: 'X', quadrants: ['star' as const] }, ...renamed],
      },
      'categories.quadrant-unclear',
    ],
    [
      'a suggestion of what is not key',
      { ...body, categories: [...renamed.slice(0, -2), { ...prospect, quadrants: ['star' as const] }, notKey] },
      'categories.quadrant-not-key',
    ],
    ['a day more than a year ahead', { ...body, effectiveOn: '2027-04-01' }, 'category.effective-too-late'],
  ])('refuses %s', (_, what, code) => {
    expect(() => setCategories(none, what, request())).toThrow(refusal(code));
  });

  it('take effect in the order in which they were said', () => {
    const earlier = { ...body, categories: shipped, effectiveOn: '2026-03-01' };
    expect(() => setCategories(own, earlier, request())).toThrow(refusal('categories.effective-too-early'));
  });

  it('are retired only where no account is in them', () => {
    const retiring = { ...body, categories: without('own-growth'), effectiveOn: '2026-05-01' };
    expect(() => setCategories(own, { ...retiring, occupied: { 'own-growth': 2 } }, request())).toThrow(
      refusal('categories.in-use'),
    );
    const [event] = setCategories(own, retiring, request());
    expect(event).toMatchObject({ data: { retired: ['own-growth'] } });
    expect(nameIn(given(categoriesOf, set!, event!).sets, 'own-growth')).toBe('Growth');
  });

  it('stay as they are where nothing differs', () => {
    expect(setCategories(none, { ...body, categories: shipped, reason: '' }, request())).toEqual([]);
  });

  it('are suggested by the quadrants of the matrix, two of which may stand for one', () => {
    const merged = [{ ...strategic, quadrants: ['strategic' as const, 'star' as const] }, status];
    expect(suggestedIn({ categories: merged }, 'star')).toBe('strategic');
    expect(suggestedIn(shippedSet, 'status')).toBe('status');
  });

  it('are used by decisions from their day on; after the fact also those of today', () => {
    const on = (effectiveOn: string, today: string) => () =>
      assertKnown(own.sets, 'own-growth', { effectiveOn, today });
    expect(on('2026-04-01', '2026-03-02')).not.toThrow();
    expect(on('2026-03-20', '2026-03-02')).toThrow(refusal('category.unknown'));
    expect(on('2025-01-01', '2026-05-01')).not.toThrow();
  });
});

describe('the list of what is seen to when an account leaves its category', () => {
  const points = [{ id: 'tell', text: 'Tell them', days: 0, on: ['de-select' as const] }];

  it('is replaced by the enterprise’s own, with what it was before', () => {
    const [event] = setExitList(none, { points, reason: 'Ours is shorter' });
    expect(event).toMatchObject({ data: { from: shippedExitPoints, to: points } });
    expect(given(categoriesOf, event!).exitPoints).toEqual(points);
  });

  it('refuses a point twice, and a change without a reason', () => {
    const twice = { points: [...points, ...points], reason: 'More' };
    expect(() => setExitList(none, twice)).toThrow(refusal('exit-list.point-twice'));
    expect(() => setExitList(none, { points, reason: '' })).toThrow(refusal('exit-list.reason-missing'));
  });

  it('stays as it is where nothing differs', () => {
    expect(setExitList(none, { points: [...shippedExitPoints], reason: '' })).toEqual([]);
  });
});
