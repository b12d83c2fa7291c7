import { useState } from 'react';
import { Button } from '@mantine/core';
import { useTenantMe } from '~/app/tenant';
import { money } from '~/i18n/format';
import { type Column, DataTable, Day, EmptyState, PersonName } from '~/ui';
import { IdeaDrawer } from './IdeaDrawer';
import { IdeaForm } from './IdeaForm';
import { Section } from './Section';
import { t } from './texts';
import type { Idea, PartProps } from './use-knowledge';

export function IdeasSection({ accountId, mayChange, ideas }: PartProps & { ideas: Idea[] }) {
  const { currency } = useTenantMe().tenant;
  const [pitching, setPitching] = useState(false);
  const [opened, setOpened] = useState<string>();
  const shown = ideas.find(({ ideaId }) => ideaId === opened);
  const columns: Column<Idea>[] = [
    { id: 'title', header: t('idea'), value: ({ title }) => title },
    {
      id: 'pitchedOn',
      header: t('pitchedOn'),
      value: (idea) => idea.pitchedOn,
      cell: (idea) => <Day on={idea.pitchedOn} />,
    },
    {
      id: 'pitchedBy',
      header: t('pitchedBy'),
      value: ({ pitchedBy }) => pitchedBy,
      cell: ({ pitchedBy }) => <PersonName id={pitchedBy} />,
      sortable: false,
      hideOnPhone: true,
    },
    {
      id: 'value',
      header: t('value'),
      value: ({ value }) => value,
      cell: ({ value }) => (value === null ? '–' : money(value, currency)),
      numeric: true,
    },
    { id: 'outcome', header: t('outcome'), value: ({ outcome }) => t(`outcome.${outcome}`) },
    { id: 'answerNote', header: t('answerNote'), value: ({ answerNote }) => answerNote, hideOnPhone: true },
  ];
  const pitch = mayChange && (
    <Button variant="default" onClick={() => setPitching(true)}>
      {t('pitch')}
    </Button>
  );
  const count = (outcome: Idea['outcome']) => ideas.filter((idea) => idea.outcome === outcome).length;
  const sentence = t('ideasSentence', { n: ideas.length, accepted: count('accepted'), open: count('open') });
  return (
    <Section
      title={t('ideas')}
      lead={ideas.length > 0 ? sentence : t('ideasNoneText')}
      actions={ideas.length > 0 && pitch}
    >
      <DataTable
        caption={t('ideas')}
        columns={columns}
        rows={ideas}
        rowKey={({ ideaId }) => ideaId}
        onOpen={({ ideaId }) => setOpened(ideaId)}
        defaultSort="-pitchedOn"
        empty={<EmptyState title={t('ideasNone')} action={pitch} />}
      />
      {pitching && <IdeaForm accountId={accountId} onClose={() => setPitching(false)} />}
      {shown && (
        <IdeaDrawer
          idea={shown}
          mayChange={mayChange && shown.accountId === accountId}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Section>
  );
}
