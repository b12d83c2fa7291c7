import { useState } from 'react';
import { Alert, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { useCanChange } from '~/app/tenant';
import { moment, percent } from '~/i18n/format';
import { announce, usePeople } from '~/ui';
import classes from './criteria.module.css';
import { DiscardDraft } from './DiscardDraft';
import { isComplete, newCriterion, shareOf, spendShare } from './draft';
import { DraftCriterion } from './DraftCriterion';
import { t } from './texts';
import { axes, type Criterion, type Draft } from './use-criteria';

/** The draft as it is written: it changes nothing for anybody until it is published. */
export function DraftTab({ draft, version }: { draft: Draft; version: number }) {
  const people = usePeople();
  const mayChange = useCanChange('portfolio.criteria');
  const [name, setName] = useState(draft.name);
  const [criteria, setCriteria] = useState<readonly Criterion[]>(draft.criteria);
  const save = useCommand('put', '/api/t/{tenant}/criteria-sets/draft');
  const changed = name !== draft.name || criteria !== draft.criteria;
  const replace = (next: Criterion) => setCriteria((now) => now.map((one) => (one.id === next.id ? next : one)));
  // What is saved comes back as another version, in a form of its own.
  const submit = async () => {
    await save.mutateAsync({ body: { name, criteria: [...criteria] }, ifMatch: version });
    announce(t('draft.saved'));
  };
  const { basedOn, changedAt, changedBy } = draft;
  const by = people.get(changedBy) ?? changedBy;
  const incomplete = criteria.filter((criterion) => !isComplete(criterion)).length;
  return (
    <>
      <Text c="dimmed">{t('draft.lead', { version: basedOn, moment: moment(changedAt), person: by })}</Text>
      <TextInput
        label={t('draft.name')}
        maw="32rem"
        mt="md"
        maxLength={120}
        value={name}
        readOnly={!mayChange}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      {axes.map((axis) => (
        <section key={axis} className={classes['axis']} aria-label={t(`axis.${axis}`)}>
          <Title order={2} size="h4">
            {t(`axis.${axis}`)}
          </Title>
          <AxisWarning axis={axis} criteria={criteria} />
          {criteria
            .filter((criterion) => criterion.axis === axis)
            .map((criterion) => (
              <DraftCriterion
                key={criterion.id}
                criterion={criterion}
                share={shareOf(criteria, criterion)}
                onChange={mayChange ? replace : undefined}
                onRemove={() => setCriteria((now) => now.filter(({ id }) => id !== criterion.id))}
              />
            ))}
          {mayChange && <Add onAdd={(label) => setCriteria((now) => [...now, newCriterion(now, axis, label)])} />}
        </section>
      ))}
      {mayChange && (
        <div className={classes['save']} data-screen-only>
          <Button
            onClick={() => void submit().catch(() => undefined)}
            loading={save.isPending}
            disabled={!changed || name.trim() === ''}
          >
            {t('draft.save')}
          </Button>
          <DiscardDraft version={version} />
          <Text size="sm" c="dimmed" role="status">
            {save.error?.title ?? (changed ? t('draft.unsaved') : '')}{' '}
            {incomplete > 0 && t('draft.incomplete', { n: incomplete })}
          </Text>
        </div>
      )}
    </>
  );
}

function AxisWarning({ axis, criteria }: { axis: Criterion['axis']; criteria: readonly Criterion[] }) {
  const share = spendShare(criteria, axis);
  const empty = !criteria.some((criterion) => criterion.axis === axis);
  if (!empty && share <= 0.5) return null;
  return (
    <Alert color="yellow" mt="xs" role="status">
      {empty ? t('draft.axisEmpty') : t('draft.warning', { share: percent(share), axis: t(`axisName.${axis}`) })}
    </Alert>
  );
}

function Add({ onAdd }: { onAdd: (label: string) => void }) {
  const [label, setLabel] = useState('');
  const add = () => {
    onAdd(label.trim());
    setLabel('');
  };
  return (
    <Group mt="md" align="end" data-screen-only>
      <TextInput
        label={t('draft.unnamed')}
        maxLength={120}
        value={label}
        onChange={({ currentTarget }) => setLabel(currentTarget.value)}
        onKeyDown={({ key }) => key === 'Enter' && label.trim() && add()}
      />
      <Button variant="default" onClick={add} disabled={!label.trim()}>
        {t('draft.add')}
      </Button>
    </Group>
  );
}
