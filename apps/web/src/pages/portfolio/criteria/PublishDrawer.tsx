import { Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { localDay } from '~/app/local-moment';
import { announce, FormDrawer, ReasonField, reasonRule } from '~/ui';
import { t } from './texts';
import type { CriteriaSets } from './use-criteria';

/** The draft becomes the next version; before that, what it will do in numbers. */
export function PublishDrawer({ criteria, onClose }: { criteria: CriteriaSets; onClose: () => void }) {
  const { sets, draft, version: seen } = criteria;
  const version = sets[0]!.version + 1;
  const publish = useCommand('post', '/api/t/{tenant}/criteria-sets/draft/publication');
  const { data: comparison } = useRead('/api/t/{tenant}/criteria-sets/draft/comparison', { query: { limit: 1 } });
  const form = useForm({
    initialValues: { effectiveOn: localDay(), reason: '' },
    validate: { effectiveOn: (on) => (on ? null : t('publish.onRule')), reason: reasonRule },
  });
  const send = async (body: typeof form.values) => {
    await publish.mutateAsync({ body, ifMatch: seen });
    announce(t('publish.done', { version }));
  };
  const counts = comparison?.counts;
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('publish.title', { version })}
      submitText={t('publish')}
      form={form}
      onSubmit={send}
      effect={
        <>
          {counts && (
            <Text size="sm">
              {t('publish.effect', { n: counts.category, moves: counts.moves, needs: counts['needs-scoring'] })}
            </Text>
          )}
          {draft?.warning && (
            <Text size="sm" fw={600}>
              {draft.warning}
            </Text>
          )}
          <Text size="sm">{t('publish.never')}</Text>
        </>
      }
    >
      <TextInput
        type="date"
        label={t('publish.on')}
        description={t('publish.onHelp')}
        required
        {...form.getInputProps('effectiveOn')}
      />
      <ReasonField description={t('publish.reasonHelp')} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
