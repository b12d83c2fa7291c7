import { useState } from 'react';
import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { ReadAnswer } from '~/api/types';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { localDay } from '~/app/local-moment';
import { useCanChange } from '~/app/tenant';
import { t as frame } from '~/i18n';
import { day } from '~/i18n/format';
import { announce, FormDrawer, Moment, PersonName, usePeople } from '~/ui';
import { type Behind, behind } from './behind';
import { t } from './texts';

interface RemindersProps {
  auditId: string;
  progress: ReadAnswer<'/api/t/{tenant}/audits/{auditId}/progress'>;
  signedOff: boolean;
}

/** Who is behind, when each was last reminded, and the way to remind. */
export function Reminders({ auditId, progress, signedOff }: RemindersProps) {
  const { data } = useRead('/api/t/{tenant}/audits/{auditId}/reminders', { path: { auditId } });
  const mayRemind = useCanChange('assessment.assign');
  const [reminding, setReminding] = useState<string>();
  const nameOf = useNameOf();
  if (signedOff || progress.parts.length === 0) return null;
  const late = behind(progress.parts);
  return (
    <Stack gap="xs" component="section" aria-label={t('title')}>
      <Title order={2} size="h4">
        {t('title')}
      </Title>
      {late.length === 0 && <Text size="sm">{t('nobody')}</Text>}
      {late.map((one) => {
        const last = data?.items.find(({ personId }) => personId === one.personId);
        return (
          <Group key={one.personId} gap="md">
            <div>
              <PersonName id={one.personId} />
              <Text size="sm" c="dimmed" component="div">
                {stand(one)}
                {last && (
                  <>
                    {' · '}
                    {t('last')} <Moment at={last.at} />
                    {last.dismissedAt && `, ${t('dismissed')}`}
                  </>
                )}
              </Text>
            </div>
            {mayRemind && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('remindWho', { who: nameOf(one.personId) })}
                onClick={() => setReminding(one.personId)}
                data-screen-only
              >
                {t('remind')}
              </Button>
            )}
          </Group>
        );
      })}
      {reminding && <RemindDrawer auditId={auditId} personId={reminding} onClose={() => setReminding(undefined)} />}
    </Stack>
  );
}

function stand({ left, dueOn }: Behind): string {
  const due = dueOn && t(dueOn < localDay() ? 'overdue' : 'due', { day: day(dueOn) });
  return [t('left', { n: left }), due].filter(Boolean).join(' · ');
}

function RemindDrawer({ auditId, personId, onClose }: { auditId: string; personId: string; onClose: () => void }) {
  const remind = useCommand('post', '/api/t/{tenant}/audits/{auditId}/reminders');
  const form = useForm({ initialValues: { note: '' } });
  const who = useNameOf()(personId);
  const send = async ({ note }: typeof form.values) => {
    await remind.mutateAsync({ path: { auditId }, body: { personId, ...(note.trim() ? { note: note.trim() } : {}) } });
    announce(t('done', { who }));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('drawer', { who })}
      form={form}
      onSubmit={send}
      submitText={t('remind')}
      effect={t('effect')}
    >
      <Textarea
        label={t('note')}
        autosize
        minRows={3}
        maxLength={2_000}
        data-autofocus
        {...form.getInputProps('note')}
      />
    </FormDrawer>
  );
}

function useNameOf(): (personId: string) => string {
  const people = usePeople();
  return (personId) => people.get(personId) ?? frame('person.unknown');
}
