import { useState } from 'react';
import { Button, CloseButton, Group, Stack, Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useNavigateTenant } from '~/app/address';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { RaiseAction } from '~/pages/actions/RaiseAction';
import { Day, Moment, PersonName } from '~/ui';
import type { OrganisationCatalogue } from '../catalogue';
import { Descriptors } from '../Descriptors';
import { t } from '../texts';
import type { Assessment, Cell } from '../types';
import { CellHistory } from './CellHistory';
import { Said } from './Said';
import { SettleForm } from './SettleForm';
import classes from './CellSection.module.css';

interface CellSectionProps {
  cell: Cell;
  assessment: Assessment;
  catalogue: OrganisationCatalogue;
  onClose: () => void;
}

/** One cell: the four states side by side, what was said and on which evidence, what counts, and what comes next. */
export function CellSection({ cell, assessment, catalogue, onClose }: CellSectionProps) {
  const { element, group } = cell;
  const { person } = useTenantMe();
  const navigate = useNavigateTenant();
  const open = assessment.status !== 'signed-off';
  const maySettle = useCanChange('assessment.settle') && open && cell.answers.length > 0;
  const mayAnswer = useCanChange('assessment.answer') && open && assessment.assessorIds.includes(person.id);
  const name = catalogue.cellName(element, group);
  return (
    <section className={classes['section']} aria-label={name}>
      <Group justify="space-between" align="start" wrap="nowrap">
        <div>
          <Title order={2} size="h4">
            {name}
          </Title>
          <Standing cell={cell} />
          <CellHistory assessmentId={assessment.id} cell={cell.cell} name={name} />
        </div>
        <CloseButton aria-label={t('cell.close')} onClick={onClose} data-screen-only />
      </Group>
      <Descriptors cell={cell} catalogue={catalogue} />
      <div className={classes['below']}>
        <Stack gap="xs">
          <Title order={3} size="h5">
            {t('cell.answers')}
          </Title>
          <Said answers={cell.answers} catalogue={catalogue} />
          {mayAnswer && (
            <Button
              variant="default"
              size="compact-md"
              style={{ alignSelf: 'start' }}
              data-screen-only
              onClick={() => navigate(`audits/organisation/${assessment.id}/answer?cell=${cell.cell}`)}
            >
              {t('cell.answerIt')}
            </Button>
          )}
        </Stack>
        <Stack gap="md">
          {maySettle && (
            <Stack gap="xs" data-screen-only>
              <Title order={3} size="h5">
                {t('settle.label')}
              </Title>
              <SettleForm cell={cell} assessmentId={assessment.id} catalogue={catalogue} />
            </Stack>
          )}
          <Target cell={cell} assessment={assessment} catalogue={catalogue} />
        </Stack>
      </div>
    </section>
  );
}

function Standing({ cell: { settled, score, agreement, lowest, highest, answeredSinceSettled } }: { cell: Cell }) {
  if (score === null) return <Text c="dimmed">{t('cell.unanswered')}</Text>;
  const spread =
    agreement === 'differ'
      ? t('cell.differ', { lowest: lowest!, highest: highest! })
      : t(agreement === 'agreed' ? 'cell.agreed' : 'cell.one');
  return (
    <Text component="div" c="dimmed">
      {settled ? t('cell.settledAt', { score }) : t('cell.provisionalAt', { score })} · {spread}
      {settled && (
        <Text size="sm" component="div">
          <PersonName id={settled.settledBy} />, <Moment at={settled.settledAt} />
          {settled.reason && `, ${t('cell.because', { reason: settled.reason })}`}
        </Text>
      )}
      {answeredSinceSettled && <Text size="sm">{t('cell.answeredSince')}</Text>}
    </Text>
  );
}

function Target({ cell, assessment, catalogue }: Omit<CellSectionProps, 'onClose'>) {
  const { element, group, target, score } = cell;
  const [raising, setRaising] = useState(false);
  const mayAct = useCanChange('assessment.act');
  if (!target) return score === 3 ? <Text c="dimmed">{t('cell.best')}</Text> : null;
  const { scope } = assessment;
  const described = catalogue.descriptors(element, group)[target.score] ?? target.descriptor;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('cell.targetTitle', { state: `${target.score} ${catalogue.stateName(target.score)}` })}
      </Title>
      <Text>{described}</Text>
      {mayAct && (
        <Button
          size="compact-md"
          variant="default"
          style={{ alignSelf: 'start' }}
          data-screen-only
          onClick={() => setRaising(true)}
        >
          {t('cell.raise')}
        </Button>
      )}
      <RaisedActions assessmentId={assessment.id} element={element} group={group} />
      {raising && (
        <RaiseAction
          source={{ kind: 'organisation-cell', assessmentId: assessment.id, element, group }}
          suggestedTitle={`${catalogue.cellName(element, group)}: ${catalogue.stateName(target.score)}`}
          suggestedDescription={described}
          divisionId={scope.kind === 'division' ? scope.divisionId : undefined}
          onClose={() => setRaising(false)}
        />
      )}
    </Stack>
  );
}

/** What has been made of this cell so far. */
function RaisedActions({ assessmentId, element, group }: { assessmentId: string; element: string; group: string }) {
  const query = { source: 'organisation-cell' as const, sourceId: assessmentId, limit: 200 };
  const all = useRead('/api/t/{tenant}/actions', { query }).data?.items ?? [];
  const here = all.filter(
    ({ source }) => source.kind === 'organisation-cell' && source.element === element && source.group === group,
  );
  if (here.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('cell.actions')}
      </Text>
      {here.map(({ id, title, ownerId, dueOn }) => (
        <Text key={id} size="sm" component="div">
          <TenantLink to={`audits/actions/${id}`}>{title}</TenantLink>, <PersonName id={ownerId} />, <Day on={dueOn} />
        </Text>
      ))}
    </div>
  );
}
