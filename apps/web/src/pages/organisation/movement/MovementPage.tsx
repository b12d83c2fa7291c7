import { Button, NativeSelect, Skeleton, Stack, Title } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useParams } from 'react-router';
import { useRead } from '~/api/use-read';
import { useNavigateTenant } from '~/app/address';
import { useAddressState } from '~/app/address-state';
import { TenantLink } from '~/app/TenantLink';
import { day } from '~/i18n/format';
import { AssessmentNav } from '~/pages/audits/AssessmentNav';
import { EmptyState, ErrorState, Page } from '~/ui';
import { type OrganisationCatalogue, useOrganisationCatalogue } from '../catalogue';
import { Verticals } from '../charts/Verticals';
import { t } from '../texts';
import type { Movement, Summary } from '../types';
import { signed, useScopeName } from '../words';
import { Moved } from './Moved';
import classes from './MovementPage.module.css';

/** What moved in the organisation, and why? */
export default function MovementPage() {
  const to = useParams()['assessmentId']!;
  const all = useRead('/api/t/{tenant}/organisation-assessments', { query: { limit: 200 } });
  const items = all.data?.items ?? [];
  const [chosen, choose] = useAddressState('from');
  const from = chosen || earlierOf(items, to);
  const navigate = useNavigateTenant();
  const { data, error, refetch } = useRead(
    '/api/t/{tenant}/organisation-assessments/compare',
    { query: { from: from ?? '', to } },
    { enabled: Boolean(from), keepPrevious: true },
  );
  const { data: catalogue } = useOrganisationCatalogue(data?.to.catalogueVersion);
  const options = useOptions(items);
  const problem = all.error ?? error;
  return (
    <Page
      title={t('move.title')}
      section={<AssessmentNav />}
      above={<TenantLink to={`audits/organisation/${to}`}>{items.find(({ id }) => id === to)?.title}</TenantLink>}
      answer={from && data ? answer(data) : undefined}
    >
      <div className={classes['sides']} data-screen-only>
        <NativeSelect
          label={t('move.from')}
          value={from ?? ''}
          className={classes['select']}
          onChange={(event) => choose(event.target.value)}
          data={[{ value: '', label: '' }, ...options]}
        />
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={16} />}
          disabled={!from}
          onClick={() => navigate(`audits/organisation/${from}/compare?from=${to}`, { replace: true })}
        >
          {t('move.swap')}
        </Button>
        <NativeSelect
          label={t('move.to')}
          value={to}
          className={classes['select']}
          onChange={(event) => navigate(`audits/organisation/${event.target.value}/compare?from=${from ?? ''}`)}
          data={options}
        />
      </div>
      {problem ? (
        <ErrorState problem={problem} onRetry={() => void refetch()} />
      ) : !from ? (
        all.data && <EmptyState title={t('move.only')} text={t('move.choose')} />
      ) : data && catalogue ? (
        <Result movement={data} catalogue={catalogue} />
      ) : (
        <Skeleton h={320} />
      )}
    </Page>
  );
}

function Result({ movement, catalogue }: { movement: Movement; catalogue: OrganisationCatalogue }) {
  const { from, to, elements, moved, restated } = movement;
  return (
    <Stack gap="lg">
      <Verticals
        title={t('move.chart')}
        sentence={t('move.chartSentence')}
        points={elements.map(({ element, maximum, from, to }) => ({ element, maximum, score: to, before: from }))}
        catalogue={catalogue}
        before={from}
        arrows
        fileName={`${from.assessedOn}-${to.assessedOn}`}
      />
      {moved.length === 0 && restated.length === 0 && (
        <Title order={2} size="h4">
          {t('move.same')}
        </Title>
      )}
      <Moved title={t('move.moved')} cells={moved} from={from} to={to} catalogue={catalogue} />
      <Moved title={t('move.restated')} cells={restated} from={from} to={to} catalogue={catalogue} />
    </Stack>
  );
}

function answer({ score, moved }: Movement): string {
  const up = moved.filter(({ change }) => change > 0).length;
  return t('move.answer', {
    from: score.from,
    to: score.to,
    change: signed(score.change),
    up,
    down: moved.length - up,
  });
}

/** The list comes with the newest first. */
function earlierOf(all: readonly Summary[], id: string): string | undefined {
  const present = all.find((one) => one.id === id);
  if (!present) return undefined;
  const division = (scope: Summary['scope']) => (scope.kind === 'division' ? scope.divisionId : '');
  return all.find(
    (one) =>
      one.id !== id &&
      one.progress.answered > 0 &&
      one.assessedOn <= present.assessedOn &&
      division(one.scope) === division(present.scope),
  )?.id;
}

function useOptions(all: readonly Summary[]): { value: string; label: string }[] {
  const scopeName = useScopeName();
  return all.map(({ id, title, assessedOn, scope }) => ({
    value: id,
    label: `${title}, ${day(assessedOn)} (${scopeName(scope)})`,
  }));
}
