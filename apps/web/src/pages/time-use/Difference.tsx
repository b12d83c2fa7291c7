import { IconTriangleFilled, IconTriangleInvertedFilled } from '@tabler/icons-react';
import { number } from '~/i18n/format';
import type { Flag } from './deviation';
import { t } from './texts';
import classes from './time.module.css';

/** Points above or below the middle of the profile, with a mark where they are ten or more. */
export function Difference({ difference, flag }: { difference: number; flag: Flag }) {
  const points = `${difference > 0 ? '+' : ''}${number(difference).replace('-', '−')}`;
  return (
    <span className={classes['difference']} data-flag={flag ?? undefined}>
      {points} <FlagMark flag={flag} />
    </span>
  );
}

/** Over or under: by shape and word, not by colour alone. */
export function FlagMark({ flag }: { flag: Flag }) {
  if (!flag) return null;
  const Icon = flag === 'over' ? IconTriangleFilled : IconTriangleInvertedFilled;
  return (
    <span className={classes['flag']} title={t('flag.help')}>
      <Icon size={10} aria-hidden /> {t(`flag.${flag}`)}
    </span>
  );
}
