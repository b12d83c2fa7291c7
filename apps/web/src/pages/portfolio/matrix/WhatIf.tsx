import { Group, List, NumberInput, Select, Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { number } from '~/i18n/format';
import { t } from '../texts';
import { type Aim, type MatrixPoint } from './points';
import { type AxisChange, changesFor, type ScoreChange, type ScoredCriterion } from './what-if';

interface WhatIfProps {
  points: readonly MatrixPoint[];
  aim: Aim | undefined;
  onAim: (aim: Aim | undefined) => void;
}

/** What would it take for an account to stand elsewhere? Says which scores would have to change; moves nothing. */
export function WhatIf({ points, aim, onAim }: WhatIfProps) {
  const point = points.find(({ id }) => id === aim?.accountId);
  const choose = (accountId: string | null) => {
    const chosen = points.find(({ id }) => id === accountId);
    onAim(chosen && { accountId: chosen.id, attractiveness: chosen.attractiveness, standing: chosen.standing });
  };
  return (
    <section aria-label={t('whatIf.title')} data-screen-only={aim ? undefined : ''}>
      <Title order={2} size="h4">
        {t('whatIf.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('whatIf.lead')}
      </Text>
      <Group align="end">
        <Select
          label={t('account.name')}
          data={points.map(({ id: value, name: label, code }) => ({ value, label: `${label} (${code})` }))}
          limit={50}
          searchable
          clearable
          value={point?.id ?? null}
          onChange={choose}
          miw="18rem"
        />
        {aim &&
          point &&
          (['attractiveness', 'standing'] as const).map((axis) => (
            <NumberInput
              key={axis}
              label={t(`account.${axis}`)}
              min={0}
              max={10}
              step={0.1}
              decimalScale={1}
              clampBehavior="strict"
              w="9rem"
              value={aim[axis]}
              onChange={(value) => typeof value === 'number' && onAim({ ...aim, [axis]: value })}
            />
          ))}
      </Group>
      {aim && point && <Changes aim={aim} point={point} />}
    </section>
  );
}

function Changes({ aim, point }: { aim: Aim; point: MatrixPoint }) {
  const path = { accountId: aim.accountId };
  const { data } = useRead('/api/t/{tenant}/accounts/{accountId}/scores/standing', { path });
  if (!data?.scored) return null;
  const { criteria, missing } = data.scored;
  const scored = criteria.flatMap(({ id, axis, label, score, shareNow, shareThen }): ScoredCriterion[] => {
    const share = missing.length === 0 ? shareNow : shareThen;
    return score === null || share === null ? [] : [{ id, axis, label, score, share }];
  });
  const changes = changesFor(scored, aim);
  return (
    <div aria-live="polite">
      <Text mt="sm">
        {changes.length === 0
          ? t('whatIf.same', { name: point.name })
          : t('whatIf.from', {
              name: point.name,
              attractiveness: number(aim.attractiveness),
              standing: number(aim.standing),
            })}
      </Text>
      {changes.map((change) => (
        <AxisChanges key={change.axis} {...change} />
      ))}
    </div>
  );
}

const SHOWN = 4;

function AxisChanges({ axis, from, to, alone, together }: AxisChange) {
  const said = alone.length > 0 ? alone.slice(0, SHOWN) : together;
  return (
    <>
      <Text mt="xs" size="sm" fw={600}>
        {t(`account.${axis}`)}: {number(from)} → {number(to)}.{' '}
        {alone.length > 0 ? t('whatIf.alone') : t('whatIf.together')}
      </Text>
      <List size="sm">
        {said.map((one) => (
          <Change key={one.id} {...one} />
        ))}
      </List>
    </>
  );
}

const Change = ({ label, from, to }: ScoreChange) => (
  <List.Item>{t('whatIf.change', { label, from: number(from), to: number(to) })}</List.Item>
);
