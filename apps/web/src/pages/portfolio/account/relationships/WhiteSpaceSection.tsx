import { useState } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange } from '~/app/tenant';
import { number } from '~/i18n/format';
import { announce, EmptyState, ErrorState } from '~/ui';
import { OfferingForm } from './OfferingForm';
import classes from './relationships.module.css';
import { t } from './texts';
import type { WhiteSpace } from './use-relationships';
import { WalletSection } from './WalletSection';

const states = ['bought', 'could', 'not-relevant'] as const;
const signs = { bought: '●', could: '○', 'not-relevant': '–', unsaid: '?' } as const;

interface WhiteSpaceSectionProps {
  accountId: string;
  mayChange: boolean;
}

/** What do they buy of what each division has, and what could they? */
export function WhiteSpaceSection({ accountId, mayChange }: WhiteSpaceSectionProps) {
  const { data, error, refetch } = useRead('/api/t/{tenant}/accounts/{accountId}/white-space', { path: { accountId } });
  const manages = useCanChange('enterprise.manage');
  const [adding, setAdding] = useState(false);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const add = manages && (
    <Button variant="default" onClick={() => setAdding(true)}>
      {t('addOffering')}
    </Button>
  );
  return (
    <Stack gap="xl">
      <section>
        <Group justify="space-between" mb="xs">
          <div>
            <Title order={2} size="h4">
              {t('space')}
            </Title>
            <Text size="sm" c="dimmed">
              {data.offerings.length > 0 && sentence(data)}
            </Text>
          </div>
          <Group gap="md" data-screen-only>
            <TenantLink to="portfolio/offerings">{t('offeringsList')}</TenantLink>
            {data.offerings.length > 0 && add}
          </Group>
        </Group>
        {data.offerings.length > 0 ? (
          <Matrix {...{ accountId, mayChange, data }} />
        ) : (
          <EmptyState title={t('spaceNone')} text={t('spaceNoneText')} action={add} />
        )}
      </section>
      <WalletSection {...{ accountId, mayChange }} wallet={data.wallet} />
      {adding && <OfferingForm onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function sentence({ counts }: WhiteSpace): string {
  const { bought, could, unsaid, penetration, sellingDivisions, possibleDivisions } = counts;
  const said =
    penetration === null
      ? t('space.nothing')
      : t('space.counts', {
          n: bought,
          possible: number(bought + could),
          penetration: number(penetration),
          selling: number(sellingDivisions),
          divisions: number(possibleDivisions),
        });
  return unsaid > 0 ? `${said} ${t('space.unsaid', { n: unsaid })}` : said;
}

function Matrix({ accountId, mayChange, data }: WhiteSpaceSectionProps & { data: WhiteSpace }) {
  return (
    <div className={classes['scroll']} tabIndex={0} role="group" aria-label={t('space')}>
      <table className={classes['space']}>
        <thead>
          <tr>
            <th scope="col">{t('offering')}</th>
            {data.divisions.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.offerings.map((offering) => (
            <tr key={offering.id}>
              <th scope="row">{offering.name}</th>
              {data.divisions.map((division) => (
                <td key={division.id}>
                  <Cell
                    {...{ accountId, mayChange, offering, division }}
                    state={stateOf(data, division.id, offering.id)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type State = WhiteSpace['cells'][number]['state'];

const stateOf = ({ cells }: WhiteSpace, division: string, offering: string): State =>
  cells.find(({ divisionId, offeringId }) => divisionId === division && offeringId === offering)?.state ?? null;

interface CellProps extends WhiteSpaceSectionProps {
  offering: { id: string; name: string };
  division: { id: string; name: string };
  state: State;
}

function Cell({ accountId, mayChange, offering, division, state }: CellProps) {
  const mark = useCommand('put', '/api/t/{tenant}/accounts/{accountId}/white-space/{divisionId}/{offeringId}');
  const said = { offering: offering.name, division: division.name };
  const text = (of: State) => `${signs[of ?? 'unsaid']} ${t(`cell.${of ?? 'unsaid'}`)}`;
  if (!mayChange) return <>{text(state)}</>;
  const change = async (to: State) => {
    const ids = { accountId, divisionId: division.id, offeringId: offering.id };
    await mark.mutateAsync({ path: ids, body: { state: to } });
    announce(t('cellDone', { ...said, state: t(`cell.${to ?? 'unsaid'}`) }));
  };
  return (
    <select
      aria-label={t('cellOf', said)}
      value={state ?? ''}
      disabled={mark.isPending}
      onChange={({ target: { value } }) => void change(states.find((known) => known === value) ?? null)}
    >
      <option value="">{text(null)}</option>
      {states.map((value) => (
        <option key={value} value={value}>
          {text(value)}
        </option>
      ))}
    </select>
  );
}
