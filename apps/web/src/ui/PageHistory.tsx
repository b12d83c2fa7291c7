import { lazy, Suspense, useState } from 'react';
import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useHotkey } from '~/app/hotkey';
import { useCan } from '~/app/tenant';
import { t } from '~/i18n';

const HistoryDrawer = lazy(() => import('./HistoryDrawer'));

interface PageHistoryProps {
  subject: { readonly type: string; readonly id: string };
  title: string;
}

/** The way from a record to its history: a button, and the key H. */
export function PageHistory({ subject, title }: PageHistoryProps) {
  const may = useCan('history.of-record');
  const [open, setOpen] = useState(false);
  useHotkey(['h'], () => setOpen(true), may);
  if (!may) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconHistory size={16} />}
        onClick={() => setOpen(true)}
        aria-keyshortcuts="H"
      >
        {t('history.open')}
      </Button>
      {open && (
        <Suspense>
          <HistoryDrawer subject={subject} title={title} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
