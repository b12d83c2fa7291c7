/** Ribbons between two columns of categories: pure geometry, in pixels of the drawing. */

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly accounts: number;
}
export interface Node {
  readonly category: string;
  readonly accounts: number;
  readonly y: number;
  readonly height: number;
}
export interface Ribbon<One extends Flow> {
  readonly flow: One;
  /** Middle of the ribbon at either end. */
  readonly fromY: number;
  readonly toY: number;
  readonly height: number;
}
export interface Sankey<One extends Flow> {
  readonly left: readonly Node[];
  readonly right: readonly Node[];
  readonly ribbons: readonly Ribbon<One>[];
  readonly height: number;
}

/** Room for a label beside a node, however few accounts it has. */
const LINE = 34;
const GAP = 10;

/**
 * Nodes of either side in the order of the categories, each as high as its accounts; ribbons leave and arrive in that
 * order too, so that they cross as little as they must.
 * @param order categories, those that deserve most first
 * @param height what the higher column takes, where labels need no more
 */
export function sankey<One extends Flow>(flows: readonly One[], order: readonly string[], height: number): Sankey<One> {
  const rank = (category: string) => (order.indexOf(category) + order.length + 1) % (order.length + 1);
  const total = flows.reduce((sum, { accounts }) => sum + accounts, 0);
  const scale = total === 0 ? 0 : height / total;
  const column = (of: (flow: One) => string): Node[] => {
    const sums = new Map<string, number>();
    for (const flow of flows) sums.set(of(flow), (sums.get(of(flow)) ?? 0) + flow.accounts);
    let y = 0;
    return [...sums]
      .sort(([one], [other]) => rank(one) - rank(other))
      .map(([category, accounts]) => {
        const node = { category, accounts, y, height: Math.max(2, accounts * scale) };
        y += Math.max(LINE, node.height) + GAP;
        return node;
      });
  };
  const left = column(({ from }) => from);
  const right = column(({ to }) => to);
  const leaves = new Map(left.map(({ category, y }) => [category, y]));
  const arrives = new Map(right.map(({ category, y }) => [category, y]));
  const take = (ends: Map<string, number>, category: string, thick: number) => {
    const y = ends.get(category)!;
    ends.set(category, y + thick);
    return y + thick / 2;
  };
  const ribbons = [...flows]
    .sort((one, other) => rank(one.from) - rank(other.from) || rank(one.to) - rank(other.to))
    .map((flow) => {
      const thick = flow.accounts * scale;
      return { flow, height: thick, fromY: take(leaves, flow.from, thick), toY: take(arrives, flow.to, thick) };
    });
  const end = (nodes: readonly Node[]) => Math.max(0, ...nodes.map((node) => node.y + Math.max(LINE, node.height)));
  return { left, right, ribbons, height: Math.max(end(left), end(right)) };
}

/** A ribbon's outline between two x, as an SVG path. */
export function ribbonPath({ fromY, toY, height }: Ribbon<Flow>, x1: number, x2: number): string {
  const half = Math.max(height, 1) / 2;
  const middle = (x1 + x2) / 2;
  return (
    `M${x1} ${fromY - half}C${middle} ${fromY - half} ${middle} ${toY - half} ${x2} ${toY - half}` +
    `V${toY + half}C${middle} ${toY + half} ${middle} ${fromY + half} ${x1} ${fromY + half}Z`
  );
}
