import { Button, Fieldset, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { useTenantMe } from '~/app/tenant';
import { ParentSelect } from '../../accounts/ParentSelect';
import { emptyLine, type ResourceDraft, resourceKinds } from './resource-draft';
import { t } from './texts';

interface ResourceFieldsProps {
  accountId: string;
  lines: readonly ResourceDraft[];
  onChange: (lines: ResourceDraft[]) => void;
  checkOn: GetInputPropsReturnType;
}

/** What moves with a decision, line by line, so that it can be checked later. */
export function ResourceFields({ accountId, lines, onChange, checkOn }: ResourceFieldsProps) {
  const { currency } = useTenantMe().tenant;
  const change = (index: number, to: Partial<ResourceDraft>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...to } : line)));
  return (
    <Stack gap="xs">
      {lines.map((line, index) => (
        <Fieldset key={index} legend={t('resource.line', { n: index + 1 })}>
          <Stack gap="xs">
            <Group grow gap="xs">
              <NativeSelect
                label={t('resource.way')}
                data={(['gains', 'gives'] as const).map((value) => ({ value, label: t(`resource.${value}`) }))}
                value={line.way}
                onChange={({ currentTarget }) => change(index, { way: currentTarget.value as ResourceDraft['way'] })}
              />
              <NumberInput
                label={t('resource.amount')}
                min={0}
                value={line.amount}
                onChange={(amount) => change(index, { amount: typeof amount === 'number' ? amount : '' })}
              />
            </Group>
            <NativeSelect
              label={t('resource.kind')}
              data={resourceKinds.map((value) => ({ value, label: t(`resource.${value}`, { currency }) }))}
              value={line.kind}
              onChange={({ currentTarget }) => change(index, { kind: currentTarget.value as ResourceDraft['kind'] })}
            />
            <ParentSelect
              label={t(line.way === 'gains' ? 'resource.from' : 'resource.to')}
              description={t('resource.pool')}
              accountId={accountId}
              value={line.other}
              onChange={(other) => change(index, { other })}
            />
            <Group justify="end">
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onChange(lines.filter((_, at) => at !== index))}
              >
                {t('resource.remove')}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      ))}
      <Group>
        <Button variant="default" size="compact-sm" onClick={() => onChange([...lines, emptyLine])}>
          {t('resource.add')}
        </Button>
      </Group>
      {lines.length > 0 && (
        <TextInput type="date" label={t('resource.checkOn')} description={t('resource.checkHelp')} {...checkOn} />
      )}
    </Stack>
  );
}
