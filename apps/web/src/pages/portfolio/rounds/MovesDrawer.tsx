import { useEffect, useState } from 'react';
import { List, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, categoryText, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { t } from './texts';
import type { Round } from './use-round';

interface MovesDrawerProps {
  round: Round;
  accountIds: string[];
  decision: 'accept' | 'refuse';
  onClose: () => void;
  onDone: () => void;
}

const SHOWN = 12;

/** Decides on several moves with one reason; before that it says what it will do and whom it leaves out. */
export function MovesDrawer({ round, accountIds: chosen, decision, onClose, onDone }: MovesDrawerProps) {
  // Those that were chosen when it was opened: what is shown is what is sent.
  const [accountIds] = useState(chosen);
  const path = { roundId: round.id };
  const plan = useCommand('post', '/api/t/{tenant}/rounds/{roundId}/moves/plan', { refreshes: 'none' });
  const accept = useCommand('post', '/api/t/{tenant}/rounds/{roundId}/moves/acceptance');
  const refuse = useCommand('post', '/api/t/{tenant}/rounds/{roundId}/moves/refusal');
  const { mutate } = plan;
  useEffect(() => {
    mutate({ path: { roundId: round.id }, body: { accountIds, decision } });
  }, [mutate, round.id, accountIds, decision]);
  const accepting = decision === 'accept';
  const form = useForm({
    initialValues: { effectiveOn: new Date().toISOString().slice(0, 10), reason: '', resource: '' },
    validate: {
      reason: reasonRule,
      effectiveOn: (on) => (on || !accepting ? null : t('effectiveRule')),
    },
  });
  const send = async ({ effectiveOn, reason, resource }: typeof form.values) => {
    if (accepting) await accept.mutateAsync({ path, body: { accountIds, effectiveOn, reason, resource } });
    else await refuse.mutateAsync({ path, body: { accountIds, reason } });
    announce(t(`${decision}.done`));
    onDone();
  };
  const title = t(`${decision}.title`, { n: plan.data?.moves.length ?? accountIds.length });
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={title}
      submitText={title}
      form={form}
      onSubmit={send}
      effect={plan.data && <Effect plan={plan.data} decision={decision} />}
    >
      {accepting && <TextInput type="date" label={t('effectiveOn')} required {...form.getInputProps('effectiveOn')} />}
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
      {accepting && (
        <TextInput label={t('resource')} description={t('resourceHelp')} {...form.getInputProps('resource')} />
      )}
    </FormDrawer>
  );
}

interface Plan {
  moves: { accountId: string; name: string; from: string; to: string }[];
  leftOut: { accountId: string; name: string; why: keyof typeof whys }[];
  capacity: { capacity: number | null; before: number; after: number };
}
const whys = {
  'not-in-round': t('why.not-in-round'),
  unsettled: t('why.unsettled'),
  'no-move': t('why.no-move'),
  decided: t('why.decided'),
  'move-open': t('why.move-open'),
  'over-capacity': t('why.over-capacity'),
  refused: t('why.refused'),
};

function Effect({ plan: { moves, leftOut, capacity }, decision }: { plan: Plan; decision: 'accept' | 'refuse' }) {
  const { capacity: limit, before, after } = capacity;
  const over = limit === null ? 0 : after - limit;
  return (
    <>
      {moves.length === 0 && <Text size="sm">{t('effect.none')}</Text>}
      <Named
        title={t(`${decision}.effect`, { n: moves.length })}
        items={moves.map(({ accountId, name, from, to }) => ({
          id: accountId,
          text: `${name}: ${categoryText(from)} → ${categoryText(to)}`,
        }))}
      />
      <Named
        title={t('leftOut', { n: leftOut.length })}
        items={leftOut.map(({ accountId, name, why }) => ({ id: accountId, text: `${name}: ${whys[why]}` }))}
      />
      {decision === 'accept' && (
        <Text size="sm">
          {limit === null
            ? t('effect.capacityOpen', { before, after })
            : t('effect.capacity', { before, after, capacity: limit })}{' '}
          {over > 0 && <b>{t('effect.over', { n: over })}</b>} {t('accept.rule')}
        </Text>
      )}
    </>
  );
}

function Named({ title, items }: { title: string; items: { id: string; text: string }[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <List size="sm" mb="xs">
        {items.slice(0, SHOWN).map(({ id, text }) => (
          <List.Item key={id}>{text}</List.Item>
        ))}
        {items.length > SHOWN && <List.Item>{t('effect.more', { n: items.length - SHOWN })}</List.Item>}
      </List>
    </>
  );
}
