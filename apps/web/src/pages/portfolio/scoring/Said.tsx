import { useState } from 'react';
import { Alert, Button, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useCanChange } from '~/app/tenant';
import { moment } from '~/i18n/format';
import { announce, FormDrawer, ReasonField, reasonRule, suggestionText, usePeople } from '~/ui';
import classes from './Scoring.module.css';
import { SettleForm } from './SettleForm';
import { t } from './texts';
import type { Sheet } from './use-sheet';

/** Who said what, how far they differ, and what was agreed. */
export function Said({ sheet }: { sheet: Sheet }) {
  const people = usePeople();
  const { criteria, given, spread, settled, round } = sheet;
  const maySettle = useCanChange('portfolio.settle') && round?.state !== 'closed';
  const wide = spread.filter((one) => one.wide).length;
  const name = (id: string) => people.get(id) ?? id;
  return (
    <>
      <Title order={3} size="h4">
        {t('said')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {wide > 0 ? t('said.wide', { n: wide }) : t('said.near')}
      </Text>
      {settled && <Settled sheet={sheet} name={name} />}
      <div className={classes['scroll']}>
        <table className={classes['said']} aria-label={t('said')}>
          <thead>
            <tr>
              <th scope="col">{t('criterion')}</th>
              {given.map(({ scorerId }) => (
                <th key={scorerId} scope="col">
                  {name(scorerId)}
                </th>
              ))}
              <th scope="col">{t('range')}</th>
              {settled && <th scope="col">{t('agreed')}</th>}
            </tr>
          </thead>
          <tbody>
            {criteria.criteria.map(({ id, label }) => {
              const { least = 0, most = 0, wide = false } = spread.find((one) => one.id === id) ?? {};
              return (
                <tr key={id} data-wide={wide || undefined}>
                  <th scope="row">{label}</th>
                  {given.map(({ scorerId, scores, notes }) => (
                    <td key={scorerId}>
                      <b>{scores[id]}</b>
                      {notes[id] && <Text size="xs">{notes[id]}</Text>}
                    </td>
                  ))}
                  <td>
                    {least === most ? most : `${least}–${most}`} {wide && <b>{t('wide')}</b>}
                  </td>
                  {settled && (
                    <td>
                      <b>{settled.scores[id]}</b>
                      {settled.reasons[id] && <Text size="xs">{settled.reasons[id]}</Text>}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {maySettle && !settled && <SettleForm sheet={sheet} />}
      {maySettle && settled && <Reopen sheet={sheet} />}
    </>
  );
}

function Settled({ sheet: { settled }, name }: { sheet: Sheet; name: (id: string) => string }) {
  if (!settled) return null;
  const { settledBy, settledAt, suggested, without, reason } = settled;
  return (
    <Alert color="blue" mb="sm">
      {t('settledBy', { person: name(settledBy), moment: moment(settledAt), suggested: suggestionText(suggested) })}{' '}
      {without.length > 0 && t('settledWithout', { names: without.map(name).join(', '), reason: reason ?? '' })}
    </Alert>
  );
}

function Reopen({ sheet: { accountId, round, criteria } }: { sheet: Sheet }) {
  const [asking, setAsking] = useState(false);
  const reopen = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/scorings/reopening');
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  const send = async ({ reason }: typeof form.values) => {
    const where = round ? { roundId: round.id } : { criteriaVersion: criteria.version ?? undefined };
    await reopen.mutateAsync({ path: { accountId }, body: { ...where, reason } });
    announce(t('reopen.done'));
  };
  return (
    <>
      <Button variant="default" mt="md" onClick={() => setAsking(true)} data-screen-only>
        {t('reopen')}
      </Button>
      {asking && (
        <FormDrawer opened onClose={() => setAsking(false)} title={t('reopen')} form={form} onSubmit={send}>
          <ReasonField data-autofocus {...form.getInputProps('reason')} />
        </FormDrawer>
      )}
    </>
  );
}
