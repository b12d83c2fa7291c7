import { useState } from 'react';
import { Button, Menu } from '@mantine/core';
import { IconFileTypeCsv, IconFileTypePdf, IconFileTypeXls, IconTransfer, IconUpload } from '@tabler/icons-react';
import { useDownload } from '~/api/use-download';
import { useCanChange, useTenantMe } from '~/app/tenant';
import type { Results } from '../audit';
import { ImportDrawer } from './ImportDrawer';
import { t } from './texts';

/** Everything that takes an audit out of the product, and its answers in again. */
export function ExchangeMenu({ audit }: { audit: Results['audit'] }) {
  const download = useDownload();
  const { person } = useTenantMe();
  const assigned = audit.assessorIds.includes(person.id) && audit.status !== 'signed-off';
  const mayImport = useCanChange('assessment.answer') && assigned;
  const [importing, setImporting] = useState(false);
  const name = `audit-${audit.auditDate}`;
  const answers = (format: 'csv' | 'xlsx') =>
    download.mutate({ path: `audits/${audit.id}/export`, query: { format }, fileName: `${name}.${format}` });
  const report = (paper: 'a4' | 'letter') =>
    download.mutate({ path: `audits/${audit.id}/report`, query: { paper }, fileName: `${name}.pdf` });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconTransfer size={16} />} loading={download.isPending}>
            {t('menu')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('menu.report')}</Menu.Label>
          <Menu.Item leftSection={<IconFileTypePdf size={16} />} onClick={() => report('a4')}>
            {t('report.a4')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypePdf size={16} />} onClick={() => report('letter')}>
            {t('report.letter')}
          </Menu.Item>
          <Menu.Label>{t('menu.answers')}</Menu.Label>
          <Menu.Item leftSection={<IconFileTypeXls size={16} />} onClick={() => answers('xlsx')}>
            {t('export.xlsx')}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypeCsv size={16} />} onClick={() => answers('csv')}>
            {t('export.csv')}
          </Menu.Item>
          {mayImport && (
            <Menu.Item leftSection={<IconUpload size={16} />} onClick={() => setImporting(true)}>
              {t('import.open')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {importing && <ImportDrawer audit={audit} onExport={() => answers('xlsx')} onClose={() => setImporting(false)} />}
    </>
  );
}
