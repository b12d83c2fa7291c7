import { lazy, Suspense, useState } from 'react';
import { Anchor } from '@mantine/core';
import { useCan } from '~/app/tenant';
import { t } from '../texts';

const HistoryDrawer = lazy(() => import('~/ui/HistoryDrawer'));

interface CellHistoryProps {
  assessmentId: string;
  cell: string;
  name: string;
}

/** From a cell to every answer, correction and settling of it. */
export function CellHistory({ assessmentId, cell, name }: CellHistoryProps) {
  const may = useCan('assessors.read');
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <Anchor component="button" type="button" size="sm" onClick={() => setOpen(true)} data-screen-only>
        {t('cell.history')}
      </Anchor>
      {open && (
        <Suspense>
          <HistoryDrawer
            subject={{ type: 'organisation-assessment', id: assessmentId }}
            detail={cell}
            title={name}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
