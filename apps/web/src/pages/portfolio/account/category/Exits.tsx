import { useState } from 'react';
import { Anchor, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { useAsAt } from '~/app/as-at';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { day } from '~/i18n/format';
import { CategoryBadge, categoryText, PersonName } from '~/ui';
import type { Account } from '../use-account';
import classes from './exits.module.css';
import { AssignPoint, SettlePoint } from './ExitForms';
import { t } from './texts';

export type Exit = ReadAnswer<'/api/t/{tenant}/accounts/{accountId}/exits'>['items'][number];
export type ExitPoint = Exit['points'][number];

/** What is seen to as the account leaves its category; complete ones are part of its history. */
export function Exits({ account }: { account: Account }) {
  const { data } = useRead('/api/t/{tenant}/accounts/{accountId}/exits', { path: { accountId: account.id } });
  return data?.items.map((exit) => <ShownExit key={exit.exit} account={account} exit={exit} />);
}

function ShownExit({ account, exit }: { account: Account; exit: Exit }) {
  const { from, to, points, stands, complete } = exit;
  const left = points.filter(({ state }) => state === 'open').length;
  const title = t('exit.title', { from: categoryText(from) });
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group gap="xs">
          <Title order={2} size="h4">
            {title}
          </Title>
          <CategoryBadge category={from} /> <span aria-hidden>→</span> <CategoryBadge category={to} />
          <Text size="sm">{day(exit.effectiveOn)}</Text>
        </Group>
        <Text size="sm">
          {!stands ? t('exit.void') : complete ? t('exit.complete') : t('exit.left', { n: left, all: points.length })}
        </Text>
        <Progress
          value={(100 * (points.length - left)) / points.length}
          color={complete ? 'teal' : 'blue'}
          aria-label={t('exit.left', { n: left, all: points.length })}
        />
        <ul className={classes['points']}>
          {points.map((point) => (
            <Point key={point.id} account={account} exit={exit} point={point} />
          ))}
        </ul>
      </Stack>
    </Paper>
  );
}

function Point({ account, exit, point }: { account: Account; exit: Exit; point: ExitPoint }) {
  const [open, setOpen] = useState<'settle' | 'assign'>();
  const may = useMaySettle(account, point) && exit.stands;
  const today = (useAsAt() ?? new Date().toISOString()).slice(0, 10);
  const late = point.state === 'open' && point.dueOn < today;
  const close = () => setOpen(undefined);
  return (
    <li data-state={point.state}>
      <div>
        <Text size="sm" fw={500}>
          {point.text}
        </Text>
        <Text size="sm" c={late ? 'red' : 'dimmed'}>
          {t(`exit.state.${point.state}`)} · {point.ownerId ? <PersonName id={point.ownerId} /> : t('exit.nobody')}
          {point.state === 'open' && ` · ${t(late ? 'exit.overdue' : 'exit.due', { day: day(point.dueOn) })}`}
          {point.note && ` · ${point.note}`}
        </Text>
      </div>
      {may && (
        <Group gap="md" data-screen-only>
          <Anchor component="button" type="button" size="sm" onClick={() => setOpen('settle')}>
            {t('exit.settle')}
          </Anchor>
          <Anchor component="button" type="button" size="sm" onClick={() => setOpen('assign')}>
            {t('exit.assign')}
          </Anchor>
        </Group>
      )}
      {open === 'settle' && <SettlePoint accountId={account.id} exit={exit.exit} point={point} onClose={close} />}
      {open === 'assign' && <AssignPoint accountId={account.id} exit={exit.exit} point={point} onClose={close} />}
    </li>
  );
}

/** Whoever sees to the point, who leads the account, and those who answer for the whole portfolio. */
function useMaySettle(account: Account, point: ExitPoint): boolean {
  const { person, roles } = useTenantMe();
  const may = useCanChange('portfolio.exit');
  const whole = roles.some((role) => role === 'kam-unit-head' || role === 'programme-lead');
  return may && (whole || person.id === account.leadId || person.id === point.ownerId);
}
