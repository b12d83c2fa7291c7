import { lazy, Suspense, useState } from 'react';
import { Button, Drawer, Group, NativeSelect, Stack, TextInput, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { localDay } from '~/app/local-moment';
import { useTenantMe } from '~/app/tenant';
import { day, money } from '~/i18n/format';
import { announce, Facts, FormDrawer, PersonName } from '~/ui';
import { useContactChoice } from './contact-choice';
import { IdeaForm } from './IdeaForm';
import { t } from './texts';
import type { Idea } from './use-knowledge';

const HistoryDrawer = lazy(() => import('~/ui/HistoryDrawer'));
const outcomes = ['open', 'interested', 'trial', 'accepted', 'declined'] as const;

interface IdeaDrawerProps {
  idea: Idea;
  mayChange: boolean;
  onClose: () => void;
}

/** One idea: who heard it, and what became of it. */
export function IdeaDrawer({ idea, mayChange, onClose }: IdeaDrawerProps) {
  const [doing, setDoing] = useState<'answer' | 'change' | 'history'>();
  const { currency } = useTenantMe().tenant;
  const contacts = useContactChoice(idea.accountId);
  const back = () => setDoing(undefined);
  if (doing === 'answer') return <Answer idea={idea} onClose={back} />;
  if (doing === 'change') return <IdeaForm accountId={idea.accountId} idea={idea} onClose={back} />;
  if (doing === 'history') {
    return (
      <Suspense>
        <HistoryDrawer subject={{ type: 'idea', id: idea.ideaId }} title={idea.title} onClose={back} />
      </Suspense>
    );
  }
  const heard = contacts.filter(({ value }) => idea.contactIds.includes(value)).map(({ label }) => label);
  const facts = [
    { label: t('outcome'), value: t(`outcome.${idea.outcome}`) },
    { label: t('answeredOn'), value: idea.answeredOn && day(idea.answeredOn) },
    { label: t('answerNote'), value: idea.answerNote },
    { label: t('pitchedOn'), value: day(idea.pitchedOn) },
    { label: t('pitchedBy'), value: <PersonName id={idea.pitchedBy} /> },
    { label: t('heardBy'), value: heard.join(', ') },
    { label: t('value'), value: idea.value === null ? '' : money(idea.value, currency) },
    { label: t('description'), value: idea.description },
  ];
  return (
    <Drawer opened onClose={onClose} title={idea.title} size={480}>
      <Stack>
        <Facts facts={facts.filter(({ value }) => value)} />
        <Group>
          {mayChange && <Button onClick={() => setDoing('answer')}>{t('answerIdea')}</Button>}
          {mayChange && (
            <Button variant="default" onClick={() => setDoing('change')}>
              {t('changeIdea')}
            </Button>
          )}
          <Button variant="default" onClick={() => setDoing('history')}>
            {t('history')}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}

function Answer({ idea, onClose }: { idea: Idea; onClose: () => void }) {
  const answer = useCommand('put', '/api/t/{tenant}/accounts/{accountId}/ideas/{ideaId}/outcome');
  const form = useForm({ initialValues: { outcome: idea.outcome, on: localDay(), note: '' } });
  const save = async (body: typeof form.values) => {
    await answer.mutateAsync({ path: { accountId: idea.accountId, ideaId: idea.ideaId }, body });
    announce(t('answerDone'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={`${t('answerIdea')}: ${idea.title}`} form={form} onSubmit={save}>
      <NativeSelect
        label={t('outcome')}
        data={outcomes.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        data-autofocus
        {...form.getInputProps('outcome')}
      />
      <TextInput label={t('answeredOn')} type="date" required max={localDay()} {...form.getInputProps('on')} />
      <Textarea label={t('answerNote')} autosize minRows={2} {...form.getInputProps('note')} />
    </FormDrawer>
  );
}
