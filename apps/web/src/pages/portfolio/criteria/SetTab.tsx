import { Alert, NativeSelect, Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { percent } from '~/i18n/format';
import { ErrorState, PageSkeleton } from '~/ui';
import classes from './criteria.module.css';
import { shareOf } from './draft';
import { fedWords } from './FedBands';
import { t } from './texts';
import { axes, type CriteriaSets, type Criterion } from './use-criteria';

/** One version as it was published: what each criterion asks, and what 0, 5 and 10 look like. */
export function SetTab({ criteria: { sets, inForce } }: { criteria: CriteriaSets }) {
  const [version, setVersion] = useAddressState('version', String(inForce));
  const path = { version };
  const { data: set, error, refetch } = useRead('/api/t/{tenant}/criteria-sets/{version}', { path });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  return (
    <>
      {sets.length > 1 && (
        <NativeSelect
          label={t('shown')}
          maw="24rem"
          value={version}
          data={sets.map(({ version: value, name, state }) => ({
            value: String(value),
            label: `${value} ${name} (${t(`state.${state}`)})`,
          }))}
          onChange={({ currentTarget }) => setVersion(currentTarget.value)}
          data-screen-only
        />
      )}
      {set ? (
        <>
          {set.warning && (
            <Alert color="yellow" mt="md">
              {set.warning}
            </Alert>
          )}
          {axes.map((axis) => (
            <section key={axis} className={classes['axis']} aria-label={t(`axis.${axis}`)}>
              <Title order={2} size="h4">
                {t(`axis.${axis}`)}
              </Title>
              {set.criteria
                .filter((criterion) => criterion.axis === axis)
                .map((criterion) => (
                  <Said key={criterion.id} criterion={criterion} share={shareOf(set.criteria, criterion)} />
                ))}
            </section>
          ))}
        </>
      ) : (
        <PageSkeleton />
      )}
    </>
  );
}

function Said({ criterion: { label, help, anchors, spend, fed }, share }: { criterion: Criterion; share: number }) {
  return (
    <article className={classes['criterion']}>
      <Text fw={600} component="h3">
        {label}{' '}
        <Text span size="xs" c="dimmed" fw={400}>
          {percent(share)}
          {spend && `, ${t('spend.mark')}`}
        </Text>
      </Text>
      <div className={classes['bar']} aria-hidden>
        <span style={{ width: percentOf(share) }} />
      </div>
      <Text size="sm">{help}</Text>
      {fed && <Text size="sm">{fedWords(fed)}</Text>}
      <dl className={`${classes['said']} ${classes['anchors']}`}>
        {(['0', '5', '10'] as const).map((score) => (
          <div key={score}>
            <dt>{t('anchor', { score })}</dt>
            <dd>{anchors[score]}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}

const percentOf = (share: number) => `${Math.round(share * 100)}%`;
