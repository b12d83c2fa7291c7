import { List, Stack, Text, Title } from '@mantine/core';
import { day, moment } from '~/i18n/format';
import { categoryText, usePeople } from '~/ui';
import { t } from '../../texts';
import { type Move, useMoves } from './use-moves';

/** Moves that were proposed and came to nothing: they are history too. */
export function PastMoves({ accountId }: { accountId: string }) {
  const moves = useMoves(accountId).filter(({ state }) => state === 'refused' || state === 'withdrawn');
  const people = usePeople();
  if (moves.length === 0) return null;
  const text = ({ from, to, effectiveOn, proposedBy, state, endedBy, endedAt, endReason }: Move) =>
    t(state === 'refused' ? 'moves.refused' : 'moves.withdrawn', {
      from: categoryText(from),
      to: categoryText(to),
      day: day(effectiveOn),
      proposer: people.get(proposedBy) ?? proposedBy,
      person: people.get(endedBy ?? '') ?? '',
      moment: endedAt ? moment(endedAt) : '',
      reason: endReason ?? '',
    });
  return (
    <Stack gap="xs" component="section" aria-label={t('moves.title')}>
      <Title order={2} size="h4">
        {t('moves.title')}
      </Title>
      <List size="sm">
        {moves.map((move) => (
          <List.Item key={move.id}>
            <Text size="sm">{text(move)}</Text>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
