import { type ReactNode, useId, useState } from 'react';
import { Paper, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { TenantLink } from '~/app/TenantLink';
import { t } from '~/i18n';
import classes from './Figure.module.css';

export interface Part {
  readonly label: ReactNode;
  readonly value: string;
  /** Path below the tenant where the part itself is shown. */
  readonly to?: string;
}

interface FigureProps {
  label: string;
  /** Formatted: "42 of 60". */
  value: string;
  /** What the value means, in one sentence. */
  sentence?: ReactNode;
  /** A small picture of how it came here. */
  trend?: ReactNode;
  /** What it is made of, shown on opening. */
  parts?: readonly Part[];
  /** Or the page that shows what it is made of: a path below the tenant. */
  to?: string;
}

/** A number that opens into what it is made of. */
export function Figure({ label, value, sentence, trend, parts, to }: FigureProps) {
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <Paper withBorder p="md" component="section" aria-label={label} className={classes['figure']}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className={classes['value']}>{value}</div>
      {trend}
      {sentence && <Text size="sm">{sentence}</Text>}
      {to && (
        <TenantLink to={to} size="sm" className={classes['opener']} aria-label={t('figure.open', { label })}>
          {t('figure.madeOf')} <IconChevronRight size={14} aria-hidden />
        </TenantLink>
      )}
      {parts && (
        <UnstyledButton
          className={classes['opener']}
          aria-expanded={open}
          aria-controls={list}
          onClick={() => setOpen(!open)}
        >
          {t('figure.madeOf')} <IconChevronRight size={14} aria-hidden className={open ? classes['down'] : undefined} />
        </UnstyledButton>
      )}
      {parts && open && (
        <dl id={list} className={classes['parts']}>
          {parts.map((part, index) => (
            <div key={index}>
              <dt>{part.to ? <TenantLink to={part.to}>{part.label}</TenantLink> : part.label}</dt>
              <dd>{part.value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Paper>
  );
}
