import { useState } from 'react';
import { Alert, Button, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useCanChange } from '~/app/tenant';
import { moment } from '~/i18n/format';
import { announce, FormDrawer, ReasonField, reasonRule, suggestionText, usePeople } from '~/ui';
import { ScoreTable } from './ScoreTable';
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
      <ScoreTable label={t('said')} criteria={criteria.criteria} given={given} settled={settled} spread={spread} />
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
