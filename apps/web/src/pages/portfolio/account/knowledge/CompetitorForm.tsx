import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { localDay } from '~/app/local-moment';
import { announce, FormDrawer, ReasonField } from '~/ui';
import { t } from './texts';
import type { Competitor } from './use-knowledge';

const positions = ['trying', 'second', 'main', 'sole', 'none'] as const;
const path = '/api/t/{tenant}/accounts/{accountId}/competitors';

interface CompetitorFormProps {
  accountId: string;
  /** Left out for a new one. */
  competitor?: Competitor;
  onClose: () => void;
}

export function CompetitorForm({ accountId, competitor, onClose }: CompetitorFormProps) {
  const place = useCommand('post', path);
  const reassess = useCommand('patch', `${path}/{competitorId}`);
  const form = useForm({
    initialValues: {
      name: competitor?.name ?? '',
      position: competitor?.position ?? ('second' as Competitor['position']),
      share: (competitor?.share ?? '') as number | '',
      strengths: competitor?.strengths ?? '',
      weaknesses: competitor?.weaknesses ?? '',
      answer: competitor?.answer ?? '',
      asOf: localDay(),
      reason: '',
    },
    validate: { name: (name) => (name.trim() ? null : t('competitorMissing')) },
  });
  const save = async ({ name, reason, share, ...rest }: typeof form.values) => {
    const body = { ...rest, share: share === '' ? null : share };
    if (competitor) {
      const ids = { accountId, competitorId: competitor.competitorId };
      await reassess.mutateAsync({ path: ids, body: { ...body, reason }, ifMatch: competitor.version });
    } else {
      await place.mutateAsync({ path: { accountId }, body: { ...body, name } });
    }
    announce(t('competitorDone', { name }));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={competitor ? t('reassessTitle', { name: competitor.name }) : t('addCompetitor')}
      form={form}
      onSubmit={save}
    >
      {!competitor && <TextInput label={t('competitor')} required data-autofocus {...form.getInputProps('name')} />}
      <NativeSelect
        label={t('position')}
        data={positions.map((value) => ({ value, label: t(`position.${value}`) }))}
        {...form.getInputProps('position')}
      />
      <NumberInput label={t('share')} description={t('shareHelp')} min={0} max={100} {...form.getInputProps('share')} />
      <Textarea label={t('strengths')} autosize minRows={2} {...form.getInputProps('strengths')} />
      <Textarea label={t('weaknesses')} autosize minRows={2} {...form.getInputProps('weaknesses')} />
      <Textarea label={t('answer')} autosize minRows={2} {...form.getInputProps('answer')} />
      <TextInput label={t('asOf')} type="date" required max={localDay()} {...form.getInputProps('asOf')} />
      {competitor && <ReasonField required={false} {...form.getInputProps('reason')} />}
    </FormDrawer>
  );
}
