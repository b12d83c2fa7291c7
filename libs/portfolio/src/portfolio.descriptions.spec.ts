import { portfolioDescriptions, portfolioEvents } from './index';

it('every event of the portfolio can be told in the audit history', () => {
  expect(Object.keys(portfolioDescriptions).sort()).toEqual(Object.keys(portfolioEvents).sort());
});
