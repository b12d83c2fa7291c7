import { lazy, Suspense, useState } from 'react';
import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { t } from '~/i18n';
import { useAsAt } from '../as-at';
import { useHotkey } from '../hotkey';
import { Mark } from '../Mark';
import type { RailPage } from '../page-registry';
import { TenantLink } from '../TenantLink';
import { AsAtControl } from './AsAtControl';
import { PersonMenu } from './PersonMenu';
import { ScopeMenu } from './ScopeMenu';
import { TasksBell } from './TasksBell';
import classes from './TopBar.module.css';

const QuickFind = lazy(() => import('../quick-find/QuickFind'));

export function TopBar({ pages }: { pages: readonly RailPage[] }) {
  const asAt = useAsAt();
  const [finding, setFinding] = useState(false);
  useHotkey(['mod+k'], () => setFinding(true));
  return (
    <header className={classes['bar']} data-past={asAt ? '' : undefined} data-screen-only>
      <TenantLink to="" className={classes['mark']} aria-label={`${t('product')}: ${t('nav.home')}`}>
        <Mark />
      </TenantLink>
      <ScopeMenu />
      <UnstyledButton
        className={classes['find']}
        onClick={() => setFinding(true)}
        aria-label={t('find.open')}
        aria-keyshortcuts="Control+K"
      >
        <IconSearch size={16} aria-hidden />
        <span>{t('find.open')}</span>
        <kbd aria-hidden data-keys="Ctrl K" />
      </UnstyledButton>
      <AsAtControl />
      <TasksBell />
      <PersonMenu />
      {finding && (
        <Suspense>
          <QuickFind pages={pages} onClose={() => setFinding(false)} />
        </Suspense>
      )}
    </header>
  );
}
