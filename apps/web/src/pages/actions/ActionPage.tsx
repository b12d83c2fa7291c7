import { type ReactNode, useState } from 'react';
import { Button, Paper, Text, Title } from '@mantine/core';
import { useParams } from 'react-router';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { useDivisionNames } from '~/app/use-divisions';
import { day } from '~/i18n/format';
import { announce, Day, ErrorState, Moment, Page, PageSkeleton, PersonName, usePeople } from '~/ui';
import { type ActionState, isFinished, type ProgrammeAction } from './action';
import { ChangeAction } from './ChangeAction';
import { MoveAction } from './MoveAction';
import { SourceLink } from './SourceLink';
import { StateMark } from './StateMark';
import { t } from './texts';

/** What is done about it, and is it done? */
export default function ActionPage() {
  const programmeActionId = useParams()['programmeActionId']!;
  const {
    data: action,
    error,
    refetch,
  } = useRead('/api/t/{tenant}/actions/{programmeActionId}', {
    path: { programmeActionId },
  });
  const divisions = useDivisionNames();
  const people = usePeople();
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!action) return <PageSkeleton />;
  const { source, divisionId, raisedAt, raisedBy, stateSince, description, evidence, reason } = action;
  return (
    <Page
      title={action.title}
      above={<TenantLink to="audits/actions">{t('one.above')}</TenantLink>}
      state={<StateMark action={action} />}
      answer={answerOf(action, people.get(action.ownerId) ?? '…')}
      facts={[
        { label: t('column.owner'), value: <PersonName id={action.ownerId} /> },
        { label: t('column.dueOn'), value: <Day on={action.dueOn} /> },
        { label: t('one.source'), value: <SourceLink source={source} /> },
        ...(divisionId ? [{ label: t('column.division'), value: divisions.get(divisionId) ?? '…' }] : []),
        {
          label: t('one.raised'),
          value: (
            <>
              <Moment at={raisedAt} /> {t('one.raisedBy')} <PersonName id={raisedBy} />
            </>
          ),
        },
        { label: t('one.since'), value: <Moment at={stateSince} /> },
      ]}
      actions={<Buttons action={action} />}
      subject={{ type: 'action', id: action.id }}
    >
      {description && <Words title={t('one.about')}>{description}</Words>}
      {evidence && <Words title={t('one.evidence')}>{evidence}</Words>}
      {reason && <Words title={t('one.reason')}>{reason}</Words>}
    </Page>
  );
}

function answerOf({ state, overdue, dueOn, doneOn, reason }: ProgrammeAction, owner: string): string {
  if (state === 'done') return t('one.answerDone', { day: day(doneOn!) });
  if (state === 'dropped') return t('one.answerDropped', { reason: reason ?? '' });
  return t(overdue ? 'one.answerOverdue' : 'one.answerOpen', { owner, day: day(dueOn) });
}

function Words({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Title order={2} size="h5" mb="xs">
        {title}
      </Title>
      <Text style={{ whiteSpace: 'pre-wrap' }}>{children}</Text>
    </Paper>
  );
}

function Buttons({ action }: { action: ProgrammeAction }) {
  const { person, roles } = useTenantMe();
  const leads = roles.includes('programme-lead') || roles.includes('kam-unit-head');
  const owns = action.ownerId === person.id;
  const mayChange = useCanChange('assessment.act') && (leads || owns || action.raisedBy === person.id);
  const mayMove = useCanChange('assessment.carry-out') && (leads || owns);
  const move = useCommand('post', '/api/t/{tenant}/actions/{programmeActionId}/state');
  const [open, setOpen] = useState<'change' | Exclude<ActionState, 'under-way'>>();
  const finished = isFinished(action);
  const begin = async () => {
    const path = { programmeActionId: action.id };
    await move.mutateAsync({ path, body: { state: 'under-way' }, ifMatch: action.version });
    announce(t('move.said'));
  };
  const close = () => setOpen(undefined);
  return (
    <>
      {mayChange && !finished && (
        <Button variant="default" onClick={() => setOpen('change')}>
          {t('change.button')}
        </Button>
      )}
      {mayMove && !finished && (
        <>
          <Button variant="default" onClick={() => setOpen('dropped')}>
            {t('move.dropped')}
          </Button>
          {action.state === 'open' && (
            <Button variant="default" loading={move.isPending} onClick={() => void begin()}>
              {t('move.under-way')}
            </Button>
          )}
          <Button onClick={() => setOpen('done')}>{t('move.done')}</Button>
        </>
      )}
      {mayMove && finished && (
        <Button variant="default" onClick={() => setOpen('open')}>
          {t('move.open')}
        </Button>
      )}
      {open === 'change' && <ChangeAction action={action} onClose={close} />}
      {open && open !== 'change' && <MoveAction action={action} to={open} onClose={close} />}
    </>
  );
}
