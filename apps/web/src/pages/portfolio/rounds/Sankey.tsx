import type { MouseEvent } from 'react';
import { useElementSize } from '@mantine/hooks';
import { useNavigate } from 'react-router';
import { useTenantAddress } from '~/app/address';
import { tone } from '~/theme/tones';
import { CategoryShape, categoryText, categoryTone, useCategories } from '~/ui';
import classes from './Rounds.module.css';
import { type Flow, type Node, ribbonPath, sankey } from './sankey';
import { t } from './texts';

const colourOf = (category: string) => tone(categoryTone(category));
const BAR = 10;
/** Of a bold letter in a name beside a bar, rather too wide than cut. */
const LETTER = 8;

interface SankeyProps {
  /** Address inside the tenant of the accounts that a flow is made of. */
  to: (flow: Flow) => string;
  flows: readonly Flow[];
  /** Above either side. */
  before: string;
  after: string;
}

/** Ribbons from the category held to the one decided; each opens the accounts that it is made of. */
export function Sankey({ to, flows, before, after }: SankeyProps) {
  const { ref, width: measured } = useElementSize();
  const { order } = useCategories();
  const width = Math.max(300, measured);
  const longest = Math.max(0, ...order.map((category) => categoryText(category).length));
  const side = Math.min(130, Math.max(width * 0.26, Math.min(width * 0.34, longest * LETTER + 8)));
  const { left, right, ribbons, height } = sankey(flows, order, 380);
  const [x1, x2] = [side + BAR, width - side - BAR];
  return (
    <div ref={ref}>
      <svg
        width={width}
        height={height + 26}
        role="group"
        aria-label={t('movement.title')}
        className={classes['sankey']}
      >
        <text x={side + BAR} y={12} textAnchor="end" className={classes['head']}>
          {before}
        </text>
        <text x={width - side - BAR} y={12} className={classes['head']}>
          {after}
        </text>
        <g transform="translate(0 24)">
          {ribbons.map((ribbon) => (
            <FlowLink key={`${ribbon.flow.from} ${ribbon.flow.to}`} to={to(ribbon.flow)} flow={ribbon.flow}>
              <path d={ribbonPath(ribbon, x1, x2)} fill={colourOf(ribbon.flow.from)} />
              {ribbon.height >= 13 && (
                <text x={x1 + 6} y={ribbon.fromY} dominantBaseline="central">
                  {ribbon.flow.accounts}
                </text>
              )}
            </FlowLink>
          ))}
          {left.map((node) => (
            <Bar key={node.category} node={node} x={side} label={side - 6} anchor="end" />
          ))}
          {right.map((node) => (
            <Bar key={node.category} node={node} x={width - side - BAR} label={width - side + 6} anchor="start" />
          ))}
        </g>
      </svg>
    </div>
  );
}

interface BarProps {
  node: Node;
  x: number;
  label: number;
  anchor: 'start' | 'end';
}

function Bar({ node: { category, accounts, y, height }, x, label, anchor }: BarProps) {
  const middle = y + Math.max(height, 24) / 2;
  return (
    <g aria-hidden="true">
      <rect x={x} y={y} width={BAR} height={height} fill={colourOf(category)} />
      <text x={label} y={middle - 7} textAnchor={anchor} dominantBaseline="central" className={classes['name']}>
        {categoryText(category)}
      </text>
      <g transform={`translate(${anchor === 'end' ? label - 10 : label} ${middle + 3})`}>
        <CategoryShape category={category} size={10} />
      </g>
      <text
        x={anchor === 'end' ? label - 15 : label + 15}
        y={middle + 9}
        textAnchor={anchor}
        dominantBaseline="central"
      >
        {accounts}
      </text>
    </g>
  );
}

export const flowText = ({ from, to, accounts: n }: Flow): string =>
  from === to
    ? t('movement.stays', { n, from: categoryText(from) })
    : t('movement.flow', { n, from: categoryText(from), to: categoryText(to) });

function FlowLink({ to: within, flow, children }: { to: string; flow: Flow; children: React.ReactNode }) {
  const address = useTenantAddress();
  const navigate = useNavigate();
  const to = address(within);
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void navigate(to);
  };
  return (
    <a href={to} onClick={open} aria-label={flowText(flow)} data-stays={flow.from === flow.to || undefined}>
      {children}
    </a>
  );
}
