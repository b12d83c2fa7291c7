import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { ApiProblem } from '~/api/problem';
import { t } from '~/i18n';
import { Announcements } from '~/ui/announce';
import { ErrorState } from '~/ui/ErrorState';
import { useTenantAlias } from '../address';
import { useAsAt } from '../as-at';
import { tenantMeQuery } from '../me';
import { useLiveAnswers } from '../live/use-live-answers';
import { Notice } from '../Notice';
import { PageBoundary } from '../PageBoundary';
import { railPages, type TenantPage } from '../page-registry';
import { TenantProvider } from '../tenant';
import { AsAtBanner } from './AsAtBanner';
import classes from './Frame.module.css';
import { Rail } from './Rail';
import { useNamesOfCategories } from './use-names-of-categories';
import { TopBar } from './TopBar';

const preference = 'mainstay.rail';

/** What stands around every page of a tenant: rail, top bar, the banner of the past. */
export function Frame({ pages }: { pages: readonly TenantPage[] }) {
  const tenant = useTenantAlias();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const asAt = useAsAt();
  const { data: me, error, refetch } = useQuery(tenantMeQuery(tenant));
  const names = useNamesOfCategories(me?.permissions.includes('portfolio.read') ?? false);
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(preference) === 'icons');
  const toggle = () => {
    localStorage.setItem(preference, collapsed ? 'names' : 'icons');
    setCollapsed(!collapsed);
  };

  if (error instanceof ApiProblem && error.status === 404) {
    return (
      <Notice
        title={t('tenant.notYours')}
        text={t('tenant.notYoursText')}
        action={t('tenant.toChooser')}
        onAction={() => void navigate('/')}
      />
    );
  }
  if (error) return <ErrorState problem={error as ApiProblem} onRetry={() => void refetch()} />;
  if (!me) return <Notice title={t('table.loading')} quiet />;
  const open = railPages(pages, me.permissions);
  return (
    <TenantProvider me={me}>
      <a href="#page" className="skip">
        {t('skip')}
      </a>
      <div className={classes['frame']} data-collapsed={collapsed || undefined} data-past={asAt ? '' : undefined}>
        <TopBar pages={open} />
        <Rail pages={open} collapsed={collapsed} onToggle={toggle} />
        <main id="page" tabIndex={-1} className={classes['page']}>
          <AsAtBanner />
          <PageBoundary key={`${pathname} ${names}`}>
            <Outlet />
          </PageBoundary>
        </main>
      </div>
      <LiveAnswers pages={pages} />
      <Announcements />
    </TenantProvider>
  );
}

/** Beneath the frame: its asking makes nothing else render. */
function LiveAnswers({ pages }: { pages: readonly TenantPage[] }) {
  useLiveAnswers(pages);
  return null;
}
