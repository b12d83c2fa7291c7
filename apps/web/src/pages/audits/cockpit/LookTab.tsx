import { type ReactNode, useState } from 'react';
import { Badge, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { number } from '~/i18n/format';
import { TenantLink } from '~/app/TenantLink';
import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';
import classes from './LookTab.module.css';
import { ActOn, type Existing } from './ActOn';
import { NextBest } from './NextBest';
import { answersPath } from './ResultsTab';
import { t as own } from './results-texts';

interface Found {
  readonly actionId: string;
  readonly said: ReactNode;
}

/** What the answers point at: missing, lagging, ahead of its time, not relevant. */
export function LookTab({ results, catalogue }: { results: Results; catalogue: Catalogue }) {
  const lists: { title: string; text: string; found: Found[]; toAct?: boolean }[] = [
    {
      title: t('look.missing'),
      text: t('look.missingText'),
      toAct: true,
      found: results.missing.map(({ actionId, answer }) => ({
        actionId,
        said: answer === 'zero' ? t('look.zero') : t('state.unanswered'),
      })),
    },
    {
      title: t('look.lagging'),
      text: t('look.laggingText'),
      toAct: true,
      found: results.lagging.map(({ actionId, score, mean }) => ({
        actionId,
        said: t('look.mean', { score, mean: number(mean) }),
      })),
    },
    {
      title: t('look.ahead'),
      text: t('look.aheadText'),
      found: results.ahead.map(({ actionId, score }) => ({ actionId, said: number(score) })),
    },
    {
      title: t('look.notRelevant'),
      text: t('look.notRelevantText'),
      found: results.notRelevant.map(({ actionId, because }) => ({ actionId, said: because })),
    },
    ...(results.audit.basedOn
      ? [
          {
            title: own('unconfirmedTitle'),
            text: own('unconfirmedText'),
            found: results.unconfirmed.map(({ actionId }) => ({ actionId, said: own('unconfirmed') })),
          },
        ]
      : []),
  ];
  return (
    <Stack>
      <NextBest results={results} catalogue={catalogue} />
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        {lists.map((list) => (
          <FindingList
            key={list.title}
            {...list}
            auditId={results.audit.id}
            catalogue={catalogue}
            existing={results.programmeActions}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

const SHOWN = 8;

interface FindingListProps {
  title: string;
  text: string;
  found: readonly Found[];
  auditId: string;
  catalogue: Catalogue;
  existing: readonly Existing[];
  /** Something should be done about what is found. */
  toAct?: boolean;
}

function FindingList({ title, text, found, auditId, catalogue, existing, toAct = false }: FindingListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? found : found.slice(0, SHOWN);
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Group gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Badge variant="default" circle={found.length < 10}>
          {found.length}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed" mb="xs">
        {text}
      </Text>
      {found.length === 0 && <Text size="sm">{t('look.none')}</Text>}
      <ul className={classes['list']}>
        {shown.map(({ actionId, said }) => {
          const { phase, period, label } = catalogue.action(actionId);
          return (
            <li key={actionId}>
              <TenantLink to={answersPath(auditId, { phase, period, action: actionId })}>{label}</TenantLink>
              <Text size="sm" c="dimmed" component="span">
                {phase} {catalogue.periodName(phase, period)} · {said}{' '}
                <ActOn auditId={auditId} actionId={actionId} label={label} existing={existing} toAct={toAct} />
              </Text>
            </li>
          );
        })}
      </ul>
      {shown.length < found.length && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setAll(true)}>
          {t('look.all', { n: found.length })}
        </Button>
      )}
    </Paper>
  );
}
