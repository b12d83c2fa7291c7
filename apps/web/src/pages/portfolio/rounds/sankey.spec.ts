import { ribbonPath, sankey } from './sankey';

const order = ['strategic', 'star', 'status'];
const flows = [
  { from: 'star', to: 'strategic', accounts: 2 },
  { from: 'star', to: 'star', accounts: 6 },
  { from: 'status', to: 'star', accounts: 2 },
];

describe('ribbons between categories', () => {
  const { left, right, ribbons, height } = sankey(flows, order, 400);

  it('give each category the height of its accounts, on either side the same in all', () => {
    expect(left.map(({ category, accounts }) => [category, accounts])).toEqual([
      ['star', 8],
      ['status', 2],
    ]);
    expect(right.map(({ category, accounts }) => [category, accounts])).toEqual([
      ['strategic', 2],
      ['star', 8],
    ]);
    expect(left[0]!.height / left[1]!.height).toBe(4);
    expect(height).toBeGreaterThanOrEqual(400);
  });

  it('leave and arrive in the order of the categories, within their nodes, without lying on each other', () => {
    expect(ribbons.map(({ flow }) => flow.to)).toEqual(['strategic', 'star', 'star']);
    for (const [side, end] of [
      [left, 'fromY'],
      [right, 'toY'],
    ] as const) {
      for (const node of side) {
        const name = end === 'fromY' ? 'from' : 'to';
        const own = ribbons.filter(({ flow }) => flow[name] === node.category);
        expect(own.reduce((sum, one) => sum + one.height, 0)).toBeCloseTo(node.height);
        for (const one of own) {
          expect(one[end] - one.height / 2).toBeGreaterThanOrEqual(node.y - 1e-9);
          expect(one[end] + one.height / 2).toBeLessThanOrEqual(node.y + node.height + 1e-9);
        }
      }
    }
  });

  it('leave room for a label where a category has hardly any accounts', () => {
    const { right } = sankey(
      [
        { ...flows[0]!, accounts: 1 },
        { ...flows[1]!, accounts: 999 },
      ],
      order,
      300,
    );
    expect(right[1]!.y - right[0]!.y).toBeGreaterThan(30);
  });

  it('put categories that are not in the order last', () => {
    const { left } = sankey([{ from: 'own', to: 'star', accounts: 1 }, flows[0]!], order, 100);
    expect(left.map(({ category }) => category)).toEqual(['star', 'own']);
  });

  it('are outlines from one column to the other', () => {
    expect(ribbonPath(ribbons[0]!, 10, 90)).toMatch(/^M10 .*Z$/);
  });
});
