import { given, refusal, request } from '../testing/domain';
import { type Criterion, shippedCriteria } from './criteria';
import { criteriaSets, inForceOn } from './criteria-sets';
import { changeDraft, discardDraft, draftCriteria, publishDraft } from './criteria-sets.decisions';
import type { CriteriaSetEvent } from './criteria-sets.events';

const { name, criteria } = shippedCriteria;
const sustainability: Criterion = {
  id: 'sustainability',
  axis: 'attractiveness',
  weight: 10,
  spend: false,
  label: 'Sustainability',
  help: 'How much its sustainability goals ask of suppliers.',
  anchors: { '0': 'Nothing', '5': 'Some', '10': 'A great deal' },
};
const shipped = { name, criteria };
const changed = { name: 'Criteria 2027', criteria: [...criteria, sustainability] };
const drafted: CriteriaSetEvent = { type: 'portfolio.CriteriaDrafted', data: { basedOn: 1, ...shipped } };
const draftChanged: CriteriaSetEvent = {
  type: 'portfolio.CriteriaDraftChanged',
  data: { from: shipped, to: changed },
};
const published: CriteriaSetEvent = {
  type: 'portfolio.CriteriaPublished',
  data: {
    version: 2,
    ...changed,
    effectiveOn: '2026-04-01',
    reason: 'Sustainability matters now',
    from: { version: 1, ...shipped },
    warning: null,
  },
  effectiveOn: '2026-04-01',
};
const begun = given(criteriaSets, drafted);
const ready = given(criteriaSets, drafted, draftChanged);
const second = given(criteriaSets, drafted, draftChanged, published);
const none = given(criteriaSets);

describe('the version in force', () => {
  it('is the shipped one for an enterprise that published none', () => {
    expect(inForceOn(none.published, '2026-03-02')).toMatchObject({ version: 1, effectiveOn: null, criteria });
  });

  it('is the latest whose day has come; the version before it stays as it was', () => {
    expect(inForceOn(second.published, '2026-03-31').version).toBe(1);
    expect(inForceOn(second.published, '2026-04-01')).toMatchObject({ version: 2, criteria: changed.criteria });
    expect(second.published[0]).toMatchObject({ version: 1, criteria });
  });
});

describe('beginning a draft', () => {
  it('starts from the version in force, or from the version named', () => {
    expect(draftCriteria(none, {}, request())).toEqual([drafted]);
    const later = request({ now: new Date('2026-05-01T09:00:00Z') });
    expect(draftCriteria(second, {}, later)).toMatchObject([{ data: { basedOn: 2, name: 'Criteria 2027' } }]);
    expect(draftCriteria(second, { basedOn: 1 }, later)).toEqual([drafted]);
  });

  it('refuses a version that does not exist, and a second draft beside a changed one', () => {
    expect(() => draftCriteria(none, { basedOn: 7 }, request())).toThrow(refusal('criteria.version-unknown'));
    expect(() => draftCriteria(ready, {}, request())).toThrow(refusal('criteria.draft-exists'));
  });

  it('changes nothing while the same draft is untouched', () => {
    expect(draftCriteria(begun, {}, request())).toEqual([]);
  });
});

describe('changing the draft', () => {
  it('records what it said and what it says', () => {
    expect(changeDraft(begun, changed)).toEqual([draftChanged]);
    expect(ready.draft).toEqual({ basedOn: 1, ...changed });
  });

  it('refuses one id for two criteria, and a change where there is no draft', () => {
    const twice = { name, criteria: [...criteria, criteria[0]!] };
    expect(() => changeDraft(begun, twice)).toThrow(refusal('criteria.id-twice'));
    expect(() => changeDraft(none, changed)).toThrow(refusal('criteria.draft-missing'));
  });

  it('changes nothing when the draft says so already', () => {
    expect(changeDraft(ready, changed)).toEqual([]);
  });
});

describe('discarding the draft', () => {
  it('keeps in the record what it said; where there is none nothing happens', () => {
    const [discarded] = discardDraft(ready);
    expect(discarded).toEqual({ type: 'portfolio.CriteriaDraftDiscarded', data: { from: changed } });
    expect(given(criteriaSets, drafted, draftChanged, discarded!).draft).toBeNull();
    expect(discardDraft(none)).toEqual([]);
  });
});

describe('publishing the draft', () => {
  const body = { effectiveOn: '2026-04-01', reason: 'Sustainability matters now' };
  const withDraft = (to: { name: string; criteria: Criterion[] }) =>
    given(criteriaSets, drafted, { type: 'portfolio.CriteriaDraftChanged', data: { from: shipped, to } });

  it('makes the next version, beside the one before it, and ends the draft', () => {
    expect(publishDraft(ready, body, request())).toEqual([published]);
    expect(second.draft).toBeNull();
  });

  it('warns about spend over half of an axis, and forbids it not', () => {
    const heavy = criteria.map((one) => (one.spend ? { ...one, weight: 200 } : one));
    const [event] = publishDraft(withDraft({ name, criteria: heavy }), body, request());
    expect(event).toMatchObject({ data: { version: 2, warning: expect.stringMatching(/attractiveness/) as string } });
  });

  it.each([
    ['without a reason', ready, { ...body, reason: '' }, 'criteria.reason-missing'],
    ['without a draft', none, body, 'criteria.draft-missing'],
    ['where nothing differs', begun, body, 'criteria.unchanged'],
    ['more than a year ahead', ready, { ...body, effectiveOn: '2027-04-01' }, 'category.effective-too-late'],
    [
      'with an axis of no criterion',
      withDraft({ name, criteria: criteria.filter(({ axis }) => axis === 'standing') }),
      body,
      'criteria.axis-empty',
    ],
    [
      'with a criterion that does not say what a 10 looks like',
      withDraft({
        name,
        criteria: [...criteria, { ...sustainability, anchors: { ...sustainability.anchors, '10': '' } }],
      }),
      body,
      'criteria.words-missing',
    ],
  ])('is refused %s', (_, state, what, code) => {
    expect(() => publishDraft(state, what, request())).toThrow(refusal(code));
  });

  it('refuses to take effect before the version whose place it takes', () => {
    const again = given(criteriaSets, drafted, draftChanged, published, drafted);
    expect(() => publishDraft(again, { ...body, effectiveOn: '2026-03-31' }, request())).toThrow(
      refusal('criteria.effective-too-early'),
    );
    expect(publishDraft(again, body, request())).toMatchObject([{ data: { version: 3, from: { version: 2 } } }]);
  });
});
