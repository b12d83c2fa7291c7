import { useState } from 'react';
import { Button, Progress, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useParams } from 'react-router';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { useAsAt } from '~/app/as-at';
import { TenantLink } from '~/app/TenantLink';
import { useCanChange } from '~/app/tenant';
import {
  announce,
  ErrorState,
  FormDrawer,
  Moment,
  Page,
  PageSkeleton,
  PersonName,
  ReasonField,
  reasonRule,
  Refusals,
} from '~/ui';
import { DoneRows } from './DoneRows';
import { t } from './texts';
import type { ImportRecord } from './use-import';

const path = '/api/t/{tenant}/accounts/imports/{importId}';

/** How far is it, what did it do, and how is it undone? */
export default function ImportRunPage() {
  const { importId = '' } = useParams();
  const [ended, setEnded] = useState(false);
  const input = { path: { importId } };
  const { data, error, refetch } = useRead(path, input, ended ? {} : { everySeconds: 1 });
  const over = data !== undefined && !isUnderWay(data);
  if (over !== ended) setEnded(over);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <Run record={data} onChanged={() => setEnded(false)} />;
}

const isUnderWay = ({ state, atWork }: ImportRecord) => atWork && (state === 'running' || state === 'undoing');

function Run({ record, onChanged }: { record: ImportRecord; onChanged: () => void }) {
  const { id, fileName, state, creates, changes, done, takenBack } = record;
  const all = creates + changes;
  const undoing = state === 'undoing';
  const share = undoing ? takenBack / Math.max(1, done) : done / Math.max(1, all);
  return (
    <Page
      title={record.bulk ? t('bulk') : t('title.one', { file: fileName })}
      above={<TenantLink to="portfolio/import">{t('back')}</TenantLink>}
      answer={answer(record)}
      facts={[
        { label: t(record.bulk ? 'fact.accounts' : 'fact.rows'), value: record.rows },
        ...(record.reason ? [{ label: t('reason'), value: record.reason }] : []),
        { label: t('fact.unchanged'), value: record.unchanged },
        { label: t('fact.refused'), value: record.refused },
        { label: t('fact.begun'), value: <Moment at={record.startedAt} /> },
        { label: t('fact.by'), value: <PersonName id={record.startedBy} /> },
        ...(record.undoReason ? [{ label: t('fact.undone'), value: record.undoReason }] : []),
      ]}
      actions={<Actions record={record} onChanged={onChanged} />}
      subject={{ type: 'account-import', id }}
    >
      <Stack>
        {(state === 'running' || undoing) && (
          <Progress value={share * 100} aria-label={t('progress')} animated={record.atWork} size="lg" />
        )}
        {record.left > 0 && (
          <Refusals
            color="yellow"
            title={t('left.title', { n: record.left })}
            text={t('left.text')}
            rows={record.leftRows}
          />
        )}
        {record.failed > 0 && (
          <Refusals
            title={t('failures.title', { n: record.failed })}
            text={t('failures.text')}
            rows={record.failures}
          />
        )}
        {(state === 'finished' || state === 'undone') && done > 0 && (
          <DoneRows key={state} importId={id} ofFile={record.bulk === null} />
        )}
      </Stack>
    </Page>
  );
}

function Actions({ record, onChanged }: { record: ImportRecord; onChanged: () => void }) {
  const { id, fileName, state } = record;
  const may = useCanChange('portfolio.register');
  const past = useAsAt() !== undefined;
  const resume = useCommand('post', '/api/t/{tenant}/accounts/imports/{importId}/resume');
  const undo = useCommand('post', '/api/t/{tenant}/accounts/imports/{importId}/undo');
  const [undoing, setUndoing] = useState(false);
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  if (!may || past) return null;
  const interrupted = !record.atWork && (state === 'running' || state === 'undoing');
  const goOn = async () => {
    await resume.mutateAsync({ path: { importId: id } });
    onChanged();
  };
  const takeBack = async ({ reason }: { reason: string }) => {
    await undo.mutateAsync({ path: { importId: id }, body: { reason } });
    onChanged();
    announce(t('undo.done'));
  };
  return (
    <>
      {interrupted && (
        <Button onClick={() => void goOn()} loading={resume.isPending}>
          {t('resume')}
        </Button>
      )}
      {(state === 'running' || state === 'finished') && (
        <Button variant="default" onClick={() => setUndoing(true)}>
          {t('undo')}
        </Button>
      )}
      {undoing && (
        <FormDrawer
          opened
          onClose={() => setUndoing(false)}
          title={record.bulk ? t('undo.titleBulk') : t('undo.title', { file: fileName })}
          submitText={t('undo')}
          effect={t('undo.effect')}
          form={form}
          onSubmit={takeBack}
        >
          <ReasonField data-autofocus {...form.getInputProps('reason')} />
        </FormDrawer>
      )}
    </>
  );
}

function answer({ state, atWork, creates, changes, done, takenBack, bulk }: ImportRecord): string {
  const all = creates + changes;
  if (state === 'undone') return t('answer.undone', { done: takenBack, all: done });
  if (state === 'undoing') return t('answer.undoing', { done: takenBack, all: done });
  if (state === 'running') return t(atWork ? 'answer.running' : 'answer.interrupted', { done, all });
  if (bulk) return t('answer.bulk', { n: changes });
  return t('answer.finished', { creates: t('creates', { n: creates }), changes: t('changes', { n: changes }) });
}
