import { ActionIcon, NumberInput, Tooltip } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { Band } from '../Bars';
import { deviationOf } from '../deviation';
import { Difference } from '../Difference';
import { t } from '../texts';
import type { Activity } from '../words';
import classes from './enter.module.css';

interface ShareRowProps {
  activity: Activity;
  share: number;
  range: { from: number; to: number };
  locked: boolean;
  onMove: (share: number) => void;
  onLock: () => void;
}

/** Hardly any share is greater, and a finger sets a smaller scale more exactly; beyond it the number goes to 100. */
const USUAL = 60;

/** One activity: slider and number for its share, the profile behind, and how far it is off. */
export function ShareRow({ activity: { label, help }, share, range, locked, onMove, onLock }: ShareRowProps) {
  const { difference, flag } = deviationOf(share, range);
  const scale = Math.max(share, range.to) > USUAL ? 100 : USUAL;
  const lockText = t(locked ? 'enter.locked' : 'enter.lock', { activity: label });
  return (
    <li className={classes['row']} data-flag={flag ?? undefined}>
      <span className={classes['label']}>
        {label}
        {help && <span className={classes['help']}>{help}</span>}
      </span>
      <span className={classes['slider']}>
        <span className={classes['range']} aria-hidden="true">
          <Band range={range} scale={scale} />
        </span>
        <input
          type="range"
          min={0}
          max={scale}
          value={share}
          disabled={locked}
          aria-label={t('enter.slider', { activity: label })}
          aria-valuetext={t('share.of', { share })}
          onChange={({ currentTarget }) => onMove(Number(currentTarget.value))}
        />
      </span>
      <NumberInput
        className={classes['number']}
        aria-label={t('enter.number', { activity: label })}
        value={share}
        min={0}
        max={100}
        allowDecimal={false}
        hideControls
        suffix=" %"
        inputMode="numeric"
        disabled={locked}
        onChange={(value) => typeof value === 'number' && value !== share && onMove(value)}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <Tooltip label={lockText}>
        <ActionIcon
          className={classes['lock']}
          size="lg"
          variant={locked ? 'light' : 'subtle'}
          aria-label={lockText}
          aria-pressed={locked}
          onClick={onLock}
        >
          {locked ? <IconLock size={18} /> : <IconLockOpen size={18} />}
        </ActionIcon>
      </Tooltip>
      <span className={classes['off']}>
        <Difference difference={difference} flag={flag} />
      </span>
    </li>
  );
}
