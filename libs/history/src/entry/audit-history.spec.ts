import { assessmentDescriptions, assessmentEvents } from '@mainstay/assessment';
import { type RecordedEvent, START, UnknownEvent } from '@mainstay/event-sourcing';
import { peopleDescriptions, peopleEvents } from '@mainstay/people';
import { planningDescriptions, planningEvents } from '@mainstay/planning';
import { portfolioDescriptions, portfolioEvents } from '@mainstay/portfolio';
import { type AllDescriptions, entryOf } from './audit-history';
import { PERSONAL_DATA } from './personal-data';

const happened = (type: string, data: unknown): RecordedEvent => ({
  id: 'e1',
  tenant: 'acme',
  stream: 'x.thing-acme_1',
  version: 3,
  type,
  data,
  metadata: { schemaVersion: 1, actor: 'ann', onBehalfOf: 'ben', correlation: 'c', effectiveOn: '2026-01-01' },
  recorded: new Date(),
  position: START,
});

describe('an entry of the audit history', () => {
  const descriptions: AllDescriptions = {
    'x.Renamed': ({ data }) => ({
      kind: 'renaming',
      subject: { type: 'thing', id: '1' },
      before: data.from,
      after: data.to,
      why: 'because',
    }),
  };

  it('says who did what to which record, in both clocks', () => {
    expect(entryOf(happened('x.Renamed', { from: 'a', to: 'b' }), descriptions)).toMatchObject({
      position: START,
      eventId: 'e1',
      version: 3,
      kind: 'renaming',
      subjectType: 'thing',
      subjectId: '1',
      actor: 'ann',
      onBehalfOf: 'ben',
      effectiveOn: '2026-01-01',
      before: 'a',
      after: 'b',
      why: 'because',
    });
  });

  it('holds no sealed personal data', () => {
    const name = { enc: '1.k.n.t.c' };
    expect(entryOf(happened('x.Renamed', { from: { name }, to: name }), descriptions)).toMatchObject({
      before: { name: PERSONAL_DATA },
      after: PERSONAL_DATA,
    });
  });

  it.each(['x.Unheard', 'constructor'])('is refused for an event that nobody describes: %s', (type) => {
    expect(() => entryOf(happened(type, {}), descriptions)).toThrow(UnknownEvent);
  });
});

describe('every event that a context declares', () => {
  it.each([
    ['portfolio', portfolioEvents, portfolioDescriptions],
    ['assessment', assessmentEvents, assessmentDescriptions],
    ['planning', planningEvents, planningDescriptions],
    ['people', peopleEvents, peopleDescriptions],
  ])('of %s can be told in the audit history', (_, events, descriptions) => {
    expect(Object.keys(descriptions).sort()).toEqual(Object.keys(events).sort());
  });
});
