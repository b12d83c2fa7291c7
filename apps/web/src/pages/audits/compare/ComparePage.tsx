import { Alert, Button, NativeSelect, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { day, number } from '~/i18n/format';
import { EmptyState, ErrorState, Page } from '~/ui';
import { useScopeName } from '../audit';
import { useCatalogue } from '../catalogue';
import { t } from '../texts';
import classes from './ComparePage.module.css';
import { Moves } from './Moves';
import { PeriodMoves } from './PeriodMoves';
import { Slopes } from './Slopes';
import { t as own } from './texts';

export type Comparison = ReadAnswer<'/api/t/{tenant}/audits/compare'>;

/** What moved, and why? */
export default function ComparePage() {
  const [search, setSearch] = useSearchParams();
  const from = search.get('from') ?? '';
  const to = search.get('to') ?? '';
  const { data, error, refetch } = useRead(
    '/api/t/{tenant}/audits/compare',
    { query: { from, to } },
    { enabled: Boolean(from && to), keepPrevious: true },
  );
  const { data: catalogue } = useCatalogue(data && Math.max(data.from.catalogueVersion, data.to.catalogueVersion));
  const choose = (sides: { from: string; to: string }) =>
    setSearch((before) => new URLSearchParams({ ...Object.fromEntries(before), ...sides }), { replace: true });
  return (
    <Page
      title={t('compare.title')}
      above={<TenantLink to="audits">{t('title')}</TenantLink>}
      answer={data && from && to ? answer(data) : undefined}
    >
      <div className={classes['sides']} data-screen-only>
        <AuditSelect label={t('compare.from')} value={from} onChange={(from) => choose({ from, to })} />
        <Button
          variant="default"
          leftSection={<IconArrowsExchange size={16} />}
          disabled={!from && !to}
          onClick={() => choose({ from: to, to: from })}
        >
          {t('compare.swap')}
        </Button>
        <AuditSelect label={t('compare.to')} value={to} onChange={(to) => choose({ from, to })} />
      </div>
      {!(from && to) ? (
        <EmptyState title={t('compare.choose')} text={t('compare.chooseText')} />
      ) : error ? (
        <ErrorState problem={error} onRetry={() => void refetch()} />
      ) : !data || !catalogue ? (
        <Skeleton h={320} />
      ) : (
        <Stack gap="lg">
          <Remarks comparison={data} />
          <Slopes comparison={data} catalogue={catalogue} />
          <PeriodMoves comparison={data} catalogue={catalogue} />
          <Moves title={t('compare.moved')} changes={data.moved} comparison={data} catalogue={catalogue} />
          {data.restated.length > 0 && (
            <Moves
              title={t('compare.restated')}
              text={own('restatedText')}
              changes={data.restated}
              comparison={data}
              catalogue={catalogue}
            />
          )}
          {data.moved.length === 0 && data.restated.length === 0 && (
            <Title order={2} size="h4">
              {t('compare.same')}
            </Title>
          )}
        </Stack>
      )}
    </Page>
  );
}

function answer({ score, moved }: Comparison): string {
  const up = moved.filter(({ change }) => change > 0).length;
  return t('compare.answer', {
    from: score.from,
    to: score.to,
    change: signed(score.change),
    up,
    down: moved.length - up,
  });
}

/** What a reader must know before reading on. */
function Remarks({ comparison: { from, to, without, moved } }: { comparison: Comparison }) {
  const scopeName = useScopeName();
  const [one, other] = [scopeName(from.scope), scopeName(to.scope)];
  const left = without.from.length + without.to.length;
  const lost = moved.filter(({ change, toState }) => change < 0 && toState !== 'scored').length;
  return (
    <>
      {one !== other && <Alert color="yellow">{own('otherScope', { from: one, to: other })}</Alert>}
      {left > 0 && <Text size="sm">{own('without', { n: left })}</Text>}
      {lost > 0 && <Text size="sm">{own('lost', { n: lost })}</Text>}
    </>
  );
}

/** +3, −2: the sign is said, not only shown by colour. */
export const signed = (change: number): string =>
  change > 0 ? `+${number(change)}` : change < 0 ? `−${number(-change)}` : '0';

function AuditSelect({ label, value, onChange }: { label: string; value: string; onChange: (id: string) => void }) {
  const audits = useRead('/api/t/{tenant}/audits', { query: { limit: 200 } }).data?.items ?? [];
  const scopeName = useScopeName();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className={classes['select']}
      data={[
        { value: '', label: '' },
        ...audits.map(({ id, title, auditDate, scope }) => ({
          value: id,
          label: `${title}, ${day(auditDate)} (${scopeName(scope)})`,
        })),
      ]}
    />
  );
}
