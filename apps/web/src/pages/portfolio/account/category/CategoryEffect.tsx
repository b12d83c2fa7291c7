import { Alert, List, Text } from '@mantine/core';
import { useRead } from '~/api/use-read';
import type { ReadAnswer } from '~/api/types';
import { useTenantMe } from '~/app/tenant';
import { day, money, number } from '~/i18n/format';
import { categoryText, PersonName } from '~/ui';
import { t } from '../../texts';
import { t as own } from './texts';
import type { Account } from '../use-account';

type Effect = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/category-effect'>;
interface MoveProps {
  account: Account;
  to: string;
  effectiveOn: string;
}

const useEffectOf = ({ account, to, effectiveOn }: MoveProps) =>
  useRead('/api/t/{tenant}/accounts/{accountId}/category-effect', {
    path: { accountId: account.id },
    query: { category: to, on: effectiveOn || undefined },
  }).data;

/** What the decision will do, in numbers, before it is made. */
export function CategoryEffect(props: MoveProps) {
  const { account, to, effectiveOn } = props;
  const effect = useEffectOf(props);
  const move = {
    name: account.name,
    from: categoryText(account.category),
    to: categoryText(to),
    day: effectiveOn ? day(effectiveOn) : '…',
  };
  return (
    <>
      <Text size="sm">
        {t(account.categoryEffectiveOn === null ? 'categorise.effect' : 'recategorise.effect', move)}
      </Text>
      {to === 'not-key' && account.categoryEffectiveOn !== null && <Text size="sm">{t('effect.deselect')}</Text>}
      {effect && <Numbers effect={effect} to={to} />}
      {effect && <NotMet effect={effect} />}
    </>
  );
}

/** Only what is over: beside a move that waits. */
export function OverCapacity(props: MoveProps) {
  const effect = useEffectOf(props);
  if (!effect || effect.over.length === 0) return null;
  return (
    <Alert color="red" title={own('over.title')} role="note">
      <Numbers effect={effect} to={props.to} />
    </Alert>
  );
}

function Numbers({ effect: { programme, category, manager, over }, to }: { effect: Effect; to: string }) {
  const says = ({ before, after, capacity }: Effect['programme']) =>
    capacity === null ? own('effect.open', { before, after }) : own('effect.against', { before, after, capacity });
  return (
    <List size="sm">
      <List.Item>
        {own('effect.programme')} {says(programme)} {over.includes('programme') && <b>{own('effect.over')}</b>}
      </List.Item>
      <List.Item>
        {categoryText(to)}: {says(category)} {over.includes('category') && <b>{own('effect.over')}</b>}
      </List.Item>
      {manager && (
        <List.Item>
          <PersonName id={manager.personId} />: {own('effect.load', { before: manager.before, after: manager.after })}{' '}
          {over.includes('manager') && <b>{own('effect.over')}</b>}
        </List.Item>
      )}
    </List>
  );
}

function NotMet({ effect }: { effect: Effect }) {
  const { currency } = useTenantMe().tenant;
  const unmet = effect.entry.filter(({ met }) => !met);
  if (unmet.length === 0) return null;
  const value = (id: Effect['entry'][number]['id'], amount: number | null) =>
    amount === null ? '–' : id === 'minSpend' ? money(amount, currency) : number(amount);
  return (
    <>
      <Text size="sm">{own('entry.unmet')}</Text>
      <List size="sm">
        {unmet.map(({ id, asks, has }) => (
          <List.Item key={id}>{own(`entry.${id}`, { asks: value(id, asks), has: value(id, has) })}</List.Item>
        ))}
      </List>
    </>
  );
}
