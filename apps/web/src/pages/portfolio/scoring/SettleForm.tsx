import { useState } from 'react';
import { Alert, Button, NumberInput, Text, TextInput, Title } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { announce, usePeople } from '~/ui';
import { problemText } from '~/ui/problem-text';
import classes from './Scoring.module.css';
import { t } from './texts';
import type { Sheet } from './use-sheet';

/**
 * The agreed score of each criterion on which scorers differ. Where they are close the given score nearest to the middle is
 * filled in; where they are far apart they have to talk about it first.
 */
export function SettleForm({ sheet }: { sheet: Sheet }) {
  const people = usePeople();
  const { accountId, name, round, criteria, given, spread, assigned } = sheet;
  const differing = criteria.criteria.filter(({ id }) => spread.some((one) => one.id === id && one.least !== one.most));
  const [scores, setScores] = useState<Readonly<Record<string, number | string>>>(() =>
    Object.fromEntries(differing.map(({ id }) => [id, begunWith(sheet, id)])),
  );
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({});
  const [without, setWithout] = useState('');
  const settle = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/scorings/settlement');
  const missing = (assigned ?? []).filter((id) => !given.some(({ scorerId }) => scorerId === id));
  const isNobodys = (id: string) => scores[id] !== '' && !given.some((one) => one.scores[id] === scores[id]);
  const submit = async () => {
    const where = round ? { roundId: round.id } : { criteriaVersion: criteria.version ?? undefined };
    const said = Object.entries(scores).filter(([, score]) => score !== '');
    const agreed = Object.fromEntries(said.map(([id, score]) => [id, Number(score)]));
    await settle.mutateAsync({ path: { accountId }, body: { ...where, scores: agreed, reasons, reason: without } });
    announce(t('settle.done', { name }));
  };
  return (
    <section aria-label={t('settle')} data-screen-only>
      <Title order={3} size="h4" mt="lg">
        {t('settle')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t('settle.lead')}
      </Text>
      {differing.map(({ id, label }) => (
        <div key={id} className={classes['agree']}>
          <NumberInput
            label={label}
            min={0}
            max={10}
            decimalScale={1}
            clampBehavior="strict"
            value={scores[id]}
            onChange={(score) => setScores((now) => ({ ...now, [id]: score }))}
          />
          {isNobodys(id) && (
            <TextInput
              label={t('settle.reason', { score: scores[id] ?? '' })}
              required
              value={reasons[id] ?? ''}
              onChange={({ currentTarget: { value } }) => setReasons((now) => ({ ...now, [id]: value }))}
            />
          )}
        </div>
      ))}
      {missing.length > 0 && (
        <TextInput
          label={t('settle.without', { names: missing.map((id) => people.get(id) ?? id).join(', ') })}
          required
          value={without}
          onChange={({ currentTarget }) => setWithout(currentTarget.value)}
        />
      )}
      {settle.error && (
        <Alert color="red" role="alert" mt="sm" title={problemText(settle.error).title}>
          {problemText(settle.error).text}
        </Alert>
      )}
      <Button mt="md" loading={settle.isPending} onClick={() => void submit().catch(() => undefined)}>
        {t('settle')}
      </Button>
    </section>
  );
}

function begunWith({ given, spread }: Sheet, id: string): number | string {
  const { middle, wide } = spread.find((one) => one.id === id)!;
  if (wide) return '';
  const scores = given.flatMap((one) => one.scores[id] ?? []);
  return scores.reduce((best, score) => (Math.abs(score - middle) < Math.abs(best - middle) ? score : best));
}
