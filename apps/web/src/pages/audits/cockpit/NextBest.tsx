import { useState } from 'react';
import { Button, Checkbox, Paper, Text, Title } from '@mantine/core';
import { useCanChange } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { number } from '~/i18n/format';
import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { ActOn } from './ActOn';
import classes from './NextBest.module.css';
import { RaiseSeveral } from './RaiseSeveral';
import { answersPath } from './ResultsTab';
import { t } from './results-texts';

/** What would lift the current period over its threshold, smallest set first; each can become a programme action. */
export function NextBest({ results, catalogue }: { results: Results; catalogue: Catalogue }) {
  const { next, audit, programmeActions } = results;
  const mayAct = useCanChange('assessment.act');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [raising, setRaising] = useState(false);
  const free = (next?.actions ?? []).filter(
    ({ actionId }) => !programmeActions.some((action) => action.actionId === actionId),
  );
  const picked = free.filter(({ actionId }) => chosen.includes(actionId));
  const toggle = (actionId: string) =>
    setChosen(chosen.includes(actionId) ? chosen.filter((one) => one !== actionId) : [...chosen, actionId]);
  return (
    <Paper withBorder p="md" component="section" aria-label={t('next.title')}>
      <Title order={2} size="h4">
        {t('next.title')}
      </Title>
      <Text mb="sm" maw="80ch">
        {sentence(results, catalogue)}
      </Text>
      {next && next.actions.length > 0 && (
        <table className={classes['next']}>
          <thead>
            <tr>
              {mayAct && (
                <th scope="col" data-screen-only>
                  <Checkbox
                    size="xs"
                    aria-label={t('next.all')}
                    disabled={free.length === 0}
                    checked={free.length > 0 && picked.length === free.length}
                    indeterminate={picked.length > 0 && picked.length < free.length}
                    onChange={() =>
                      setChosen(picked.length === free.length ? [] : free.map(({ actionId }) => actionId))
                    }
                  />
                </th>
              )}
              <th scope="col">{t('next.action')}</th>
              <th scope="col">{t('next.present')}</th>
              <th scope="col" className="figures">
                {t('next.gain')}
              </th>
              <th scope="col" className="figures">
                {t('next.supports')}
              </th>
              <th scope="col">{t('next.done')}</th>
            </tr>
          </thead>
          <tbody>
            {next.actions.map(({ actionId, score, gain, supports }) => {
              const { label, phase, period } = catalogue.action(actionId);
              return (
                <tr key={actionId}>
                  {mayAct && (
                    <td data-screen-only>
                      <Checkbox
                        size="xs"
                        aria-label={t('next.choose', { label })}
                        disabled={!free.some((one) => one.actionId === actionId)}
                        checked={chosen.includes(actionId)}
                        onChange={() => toggle(actionId)}
                      />
                    </td>
                  )}
                  <th scope="row">
                    <TenantLink to={answersPath(audit.id, { phase, period, action: actionId })}>{label}</TenantLink>
                  </th>
                  <td data-label={t('next.present')}>{number(score)} → 3</td>
                  <td className="figures" data-label={t('next.gain')}>
                    +{number(gain)}
                  </td>
                  <td className="figures" data-label={t('next.supports')}>
                    {number(supports)}
                  </td>
                  <td>
                    <ActOn auditId={audit.id} actionId={actionId} label={label} existing={programmeActions} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {mayAct && picked.length > 0 && (
        <Button mt="sm" onClick={() => setRaising(true)} data-screen-only>
          {t('next.bulk', { n: picked.length })}
        </Button>
      )}
      {raising && (
        <RaiseSeveral
          auditId={audit.id}
          chosen={picked.map(({ actionId }) => ({ actionId, label: catalogue.action(actionId).label }))}
          onClose={() => setRaising(false)}
          onRaised={() => setChosen([])}
        />
      )}
    </Paper>
  );
}

function sentence({ next, threshold }: Results, catalogue: Catalogue): string {
  if (!next) return t('next.none');
  const { actions, score, target, maximum, reachable } = next;
  const period = catalogue.periodName(next.phase, next.period);
  const figures = { n: actions.length, period, score, target, maximum, threshold };
  return reachable ? t('next.sentence', figures) : t('next.unreachable', figures);
}
