import { IconCircleCheck, IconCircleDashed, IconClockExclamation } from '@tabler/icons-react';
import { tone } from '~/theme/tones';
import classes from './plans.module.css';
import { t } from './texts';

const marks = {
  live: { Icon: IconCircleCheck, colour: tone('good') },
  stale: { Icon: IconClockExclamation, colour: tone('warning') },
  none: { Icon: IconCircleDashed, colour: tone('not-key') },
} as const;

/** Whether a plan is kept up to date: shape and word. */
export function PlanState({ state }: { state: keyof typeof marks }) {
  const { Icon, colour } = marks[state];
  return (
    <span className={classes['mark']}>
      <Icon size={16} color={colour} aria-hidden />
      {t(`state.${state}`)}
    </span>
  );
}
