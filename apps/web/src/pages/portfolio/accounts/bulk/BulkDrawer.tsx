import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigateTenant } from '~/app/address';
import { FormDrawer, ReasonField, reasonRule, Refusals } from '~/ui';
import { RowsTable } from '../../import/RowsTable';
import { type BulkValues, changeOf, nothing, whats } from './change';
import { ChangeFields } from './ChangeFields';
import { t } from './texts';
import { type Chosen, type Told, useBulk } from './use-bulk';

/** One change for many accounts: what it would do first, then that, with one reason. */
export function BulkDrawer({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const bulk = useBulk(chosen);
  const go = useNavigateTenant();
  const form = useForm<BulkValues>({
    initialValues: nothing,
    validate: {
      value: (_, values) => (changeOf(values) ? null : t('rule')),
      reason: (reason, values) => (bulk.toldOf(changeOf(values) ?? {}) ? reasonRule(reason) : null),
    },
  });
  const change = changeOf(form.values);
  const told = change && bulk.toldOf(change);
  const submit = async (values: BulkValues) => {
    const { importId } = await bulk.carryOut(changeOf(values)!, values.reason);
    if (importId) go(`portfolio/import/${importId}`);
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('title', { n: chosen.n })}
      form={form}
      onSubmit={submit}
      submitText={told ? t('submit', { n: told.changes }) : undefined}
      submitDisabled={!told || told.changes === 0}
    >
      <NativeSelect
        label={t('what')}
        data={whats.map((value) => ({ value, label: t(`what.${value}`) }))}
        data-autofocus
        value={form.values.what}
        onChange={({ currentTarget }) =>
          form.setValues({ ...nothing, what: whats.find((what) => what === currentTarget.value)! })
        }
      />
      <ChangeFields form={form} />
      <Button variant="default" disabled={!change} loading={bulk.telling} onClick={() => void bulk.tell(change!)}>
        {t('tell')}
      </Button>
      {told && <Preview told={told} />}
      {told && told.changes > 0 && <ReasonField {...form.getInputProps('reason')} />}
    </FormDrawer>
  );
}

function Preview({ told }: { told: Told }) {
  const { changes, unchanged, refused, refusals, items } = told;
  return (
    <Stack gap="xs" component="section" aria-label={t('preview')}>
      <Text fw={600} size="sm" role="status">
        {t('preview.sentence', {
          changes: t('changes', { n: changes }),
          unchanged,
          refused: t('refused', { n: refused }),
        })}
      </Text>
      {refused > 0 && (
        <Refusals color="yellow" title={t('refused.title', { n: refused })} text={t('refused.text')} rows={refusals} />
      )}
      {items.length > 0 && (
        <RowsTable ofFile={false} caption={t('preview')} rows={items.map((item) => ({ ...item, kind: 'change' }))} />
      )}
      {items.length < changes && (
        <Text size="sm" c="dimmed">
          {t('preview.more', { n: items.length })}
        </Text>
      )}
    </Stack>
  );
}
