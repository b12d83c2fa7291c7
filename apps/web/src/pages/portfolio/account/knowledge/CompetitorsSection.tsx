import { useState } from 'react';
import { Button } from '@mantine/core';
import { number } from '~/i18n/format';
import { type Column, DataTable, Day, EmptyState } from '~/ui';
import { CompetitorDrawer } from './CompetitorDrawer';
import { CompetitorForm } from './CompetitorForm';
import { Section } from './Section';
import { t } from './texts';
import type { Competitor, PartProps } from './use-knowledge';

const strength = ['sole', 'main', 'second', 'trying', 'none'];

const columns: Column<Competitor>[] = [
  { id: 'name', header: t('competitor'), value: ({ name }) => name },
  {
    id: 'position',
    header: t('position'),
    value: ({ position }) => strength.indexOf(position),
    cell: ({ position }) => t(`position.${position}`),
  },
  {
    id: 'share',
    header: t('share'),
    value: ({ share }) => share,
    cell: ({ share }) => (share === null ? '–' : `${number(share)} %`),
    numeric: true,
  },
  { id: 'strengths', header: t('strengths'), value: ({ strengths }) => strengths, hideOnPhone: true },
  { id: 'answer', header: t('answer'), value: ({ answer }) => answer, hideOnPhone: true },
  { id: 'asOf', header: t('asOf'), value: ({ asOf }) => asOf, cell: ({ asOf }) => <Day on={asOf} /> },
];

export function CompetitorsSection({ accountId, mayChange, competitors }: PartProps & { competitors: Competitor[] }) {
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<string>();
  const shown = competitors.find(({ competitorId }) => competitorId === opened);
  const add = mayChange && (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t('addCompetitor')}
    </Button>
  );
  return (
    <Section title={t('competitors')} lead={t('competitorsLead')} actions={competitors.length > 0 && add}>
      <DataTable
        caption={t('competitors')}
        columns={columns}
        rows={competitors}
        rowKey={({ competitorId }) => competitorId}
        onOpen={({ competitorId }) => setOpened(competitorId)}
        defaultSort="position"
        empty={<EmptyState title={t('competitorsNone')} text={t('competitorsNoneText')} action={add} />}
      />
      {adding && <CompetitorForm accountId={accountId} onClose={() => setAdding(false)} />}
      {shown && (
        <CompetitorDrawer
          competitor={shown}
          mayChange={mayChange && shown.accountId === accountId}
          onClose={() => setOpened(undefined)}
        />
      )}
    </Section>
  );
}
