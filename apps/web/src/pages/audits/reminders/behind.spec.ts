import { behind } from './behind';

test('whoever has something left is behind, with the earliest of the dates; whoever is done is not', () => {
  const parts = [
    { personId: 'ann', unanswered: 3, unconfirmed: 1 },
    { personId: 'ben', dueOn: '2026-03-10', unanswered: 2, unconfirmed: 0 },
    { personId: 'ben', dueOn: '2026-03-01', unanswered: 0, unconfirmed: 5 },
    { personId: 'ben', dueOn: '2026-01-01', unanswered: 0, unconfirmed: 0 },
    { personId: 'cai', dueOn: '2026-02-01', unanswered: 0, unconfirmed: 0 },
  ];
  expect(behind(parts)).toEqual([
    { personId: 'ben', left: 7, dueOn: '2026-03-01' },
    { personId: 'ann', left: 4 },
  ]);
});
