import { tone } from '~/theme/tones';
import { kindText } from '~/ui';
import { toneOf } from './entry';
import classes from './history.module.css';

/** Kind of a change: a bar in its tone, and its name. */
export function KindMark({ kind }: { kind: string }) {
  return (
    <span className={classes['kind']}>
      <span className={classes['bar']} style={{ background: tone(toneOf(kind)) }} aria-hidden />
      {kindText(kind)}
    </span>
  );
}
