import { useState } from 'react';
import { Button, Paper, Text, Title } from '@mantine/core';
import { TenantLink } from '~/app/TenantLink';
import { number } from '~/i18n/format';
import { MaturityMark, type Maturity } from '~/ui';
import type { Catalogue } from '../catalogue';
import { answersPath } from '../cockpit/ResultsTab';
import type { Gap, Standing } from './DivisionsPage';
import classes from './Gaps.module.css';
import { t } from './texts';

interface GapsProps {
  gaps: readonly Gap[];
  divisions: readonly Standing[];
  catalogue: Catalogue;
}

const SHOWN = 12;

/** Actions on which divisions judge differently, the widest first; each judgement opens into its answer. */
export function Gaps({ gaps, divisions, catalogue }: GapsProps) {
  const [all, setAll] = useState(false);
  const shown = all ? gaps : gaps.slice(0, SHOWN);
  return (
    <Paper withBorder p="md" component="section" aria-label={t('gaps.title')}>
      <Title order={2} size="h4">
        {t('gaps.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {gaps.length === 0 ? t('gaps.none') : t('gaps.text', { n: gaps.length })}
      </Text>
      <ul className={classes['gaps']}>
        {shown.map(({ actionId, spread, judgements }) => {
          const { label, phase, period } = catalogue.action(actionId);
          return (
            <li key={actionId}>
              <span className={classes['action']}>
                {label}
                <Text size="xs" c="dimmed">
                  {phase} {catalogue.periodName(phase, period)} · {t('gaps.spread')}: {number(spread)}
                </Text>
              </span>
              <span className={classes['judgements']}>
                {inOrder(divisions, judgements).map(({ auditId, name, state, score }) => (
                  <TenantLink key={auditId} to={answersPath(auditId, { phase, period, action: actionId })} c="inherit">
                    <span>{name}</span>
                    {state === 'scored' ? (
                      <MaturityMark level={score as Maturity} words={false} />
                    ) : (
                      <small>{t(`state.${state}`)}</small>
                    )}
                  </TenantLink>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      {shown.length < gaps.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)} data-screen-only>
          {t('gaps.all', { n: gaps.length })}
        </Button>
      )}
    </Paper>
  );
}

/** Judgements with the names of their divisions, in the order of the page. */
const inOrder = (divisions: readonly Standing[], judgements: Gap['judgements']) =>
  divisions.flatMap(({ auditId, name }) => {
    const judgement = judgements.find((one) => one.auditId === auditId);
    return judgement ? [{ ...judgement, name }] : [];
  });
