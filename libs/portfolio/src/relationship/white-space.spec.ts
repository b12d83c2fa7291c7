import { crossSelling, type WhiteSpaceCell } from './white-space';

const cell = (divisionId: string, offeringId: string, state: WhiteSpaceCell['state']): WhiteSpaceCell => ({
  divisionId,
  offeringId,
  state,
});

it('cross-selling counts divisions that sell of those that could, and penetration leaves out what is not relevant', () => {
  const counts = crossSelling([
    cell('nord', 'x', 'bought'),
    cell('nord', 'y', 'not-relevant'),
    cell('sued', 'x', 'could'),
    cell('sued', 'y', 'could'),
    cell('west', 'x', null),
    cell('west', 'y', 'not-relevant'),
  ]);
  expect(counts).toMatchObject({ bought: 1, could: 2, notRelevant: 2, unsaid: 1, penetration: 33 });
  expect(counts).toMatchObject({ sellingDivisions: 1, possibleDivisions: 2 });
  expect(counts.divisions[1]).toEqual({ divisionId: 'sued', bought: 0, could: 2 });
});

it('there is no penetration where nothing was said', () => {
  expect(crossSelling([cell('nord', 'x', null)]).penetration).toBeNull();
});
