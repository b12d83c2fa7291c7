import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import classes from './Compare.module.css';

interface DifferenceProps {
  /** Not zero. */
  amount: number;
  format: (size: number) => string;
}

/** By how much a number moved: sign, arrow and size. */
export function Difference({ amount, format }: DifferenceProps) {
  const Arrow = amount > 0 ? IconArrowUpRight : IconArrowDownRight;
  return (
    <span className={classes['difference']}>
      <Arrow size={16} aria-hidden /> {amount > 0 ? '+' : '−'}
      {format(Math.abs(amount))}
    </span>
  );
}
