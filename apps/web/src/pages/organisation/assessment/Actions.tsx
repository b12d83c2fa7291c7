import { useState } from 'react';
import { Button, Menu } from '@mantine/core';
import { IconDots, IconDownload } from '@tabler/icons-react';
import { useDownload } from '~/api/use-download';
import { useNavigateTenant } from '~/app/address';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { t } from '../texts';
import type { Assessment } from '../types';
import { AssessorsDrawer } from './AssessorsDrawer';
import { ReopenDrawer, SignOffDrawer, TransnationalDrawer } from './LeadDrawers';

type Drawer = 'assessors' | 'transnational' | 'sign-off' | 'reopen';

/** What can be done with the whole assessment, by whom it may be done. */
export function Actions({ assessment }: { assessment: Assessment }) {
  const { person } = useTenantMe();
  const navigate = useNavigateTenant();
  const [drawer, open] = useState<Drawer>();
  const signedOff = assessment.status === 'signed-off';
  const mayAnswer = useCanChange('assessment.answer') && assessment.assessorIds.includes(person.id) && !signedOff;
  const mayAssign = useCanChange('assessment.assign') && !signedOff;
  const maySettle = useCanChange('assessment.settle');
  const address = `audits/organisation/${assessment.id}`;
  const close = () => open(undefined);
  return (
    <>
      <Download assessment={assessment} />
      <Button variant="default" onClick={() => navigate(`${address}/compare`)}>
        {t('action.compare')}
      </Button>
      {(mayAssign || maySettle) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" leftSection={<IconDots size={16} />}>
              {t('action.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {mayAssign && <Menu.Item onClick={() => open('assessors')}>{t('action.assessors')}</Menu.Item>}
            {maySettle && !signedOff && (
              <Menu.Item onClick={() => open('transnational')}>
                {t(assessment.transnational ? 'action.markNot' : 'action.markIs')}
              </Menu.Item>
            )}
            {maySettle && signedOff && <Menu.Item onClick={() => open('reopen')}>{t('action.reopen')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      {mayAnswer && (
        <Button
          variant={assessment.status === 'settled' ? 'default' : 'filled'}
          onClick={() => navigate(`${address}/answer`)}
        >
          {t('action.answer')}
        </Button>
      )}
      {maySettle && assessment.status === 'settled' && (
        <Button onClick={() => open('sign-off')}>{t('action.signOff')}</Button>
      )}
      {drawer === 'assessors' && <AssessorsDrawer assessment={assessment} onClose={close} />}
      {drawer === 'transnational' && <TransnationalDrawer assessment={assessment} onClose={close} />}
      {drawer === 'sign-off' && <SignOffDrawer assessment={assessment} onClose={close} />}
      {drawer === 'reopen' && <ReopenDrawer assessment={assessment} onClose={close} />}
    </>
  );
}

function Download({ assessment: { id, assessedOn } }: { assessment: Assessment }) {
  const download = useDownload();
  const save = (of: 'cells' | 'answers', format: 'csv' | 'xlsx') =>
    download.mutate({
      path: `organisation-assessments/${id}/export`,
      query: { of, format },
      fileName: `organisation-${of}-${assessedOn}.${format}`,
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} loading={download.isPending}>
          {t('action.csv')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save('cells', 'csv')}>{t('action.csvCells')}</Menu.Item>
        <Menu.Item onClick={() => save('cells', 'xlsx')}>{t('action.xlsxCells')}</Menu.Item>
        <Menu.Item onClick={() => save('answers', 'csv')}>{t('action.csvAnswers')}</Menu.Item>
        <Menu.Item onClick={() => save('answers', 'xlsx')}>{t('action.xlsxAnswers')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
