import { lazy, Suspense, useState } from 'react';
import { Anchor } from '@mantine/core';
import { useCan } from '~/app/tenant';
import { t } from './review-texts';

const HistoryDrawer = lazy(() => import('~/ui/HistoryDrawer'));

/** From an answer to every change of it. */
export function AnswerHistory({ auditId, actionId, label }: { auditId: string; actionId: string; label: string }) {
  const may = useCan('history.of-record');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Anchor component="button" type="button" size="xs" onClick={() => setOpen(true)} data-screen-only>
        {t('answers.history')}
      </Anchor>
      {open && (
        <Suspense>
          <HistoryDrawer
            subject={{ type: 'audit', id: auditId }}
            detail={actionId}
            title={label}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
