import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots, IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, NavLink } from 'react-router';
import { t } from '~/i18n';
import { useTenantAddress } from '../address';
import type { RailPage } from '../page-registry';
import classes from './Rail.module.css';

/** Most pages that fit beside each other at the foot of a phone. */
const onPhone = 5;
const atOnce = { getInitialValueInEffect: false };

interface RailProps {
  pages: readonly RailPage[];
  collapsed: boolean;
  onToggle: () => void;
}

/** The main pages that the role opens: a rail with names or icons, a bar at the foot of a phone. */
export function Rail({ pages, collapsed, onToggle }: RailProps) {
  const phone = useMediaQuery('(max-width: 48em)', undefined, atOnce);
  const narrow = useMediaQuery('(max-width: 62em)', undefined, atOnce);
  const shown = phone && pages.length > onPhone ? pages.slice(0, onPhone - 1) : pages;
  const more = pages.slice(shown.length);
  const toggleText = collapsed ? t('nav.expand') : t('nav.collapse');
  return (
    <nav aria-label={t('nav.label')} className={classes['rail']} data-screen-only>
      <ul>
        {shown.map((page) => (
          <li key={page.path}>
            <RailLink page={page} iconOnly={!phone && (collapsed || narrow)} />
          </li>
        ))}
        {more.length > 0 && (
          <li>
            <MoreMenu pages={more} />
          </li>
        )}
      </ul>
      {!narrow && (
        <Tooltip label={toggleText} position="right">
          <ActionIcon size="lg" className={classes['toggle']} onClick={onToggle} aria-label={toggleText}>
            {collapsed ? <IconLayoutSidebarLeftExpand size={18} /> : <IconLayoutSidebarLeftCollapse size={18} />}
          </ActionIcon>
        </Tooltip>
      )}
    </nav>
  );
}

function RailLink({ page, iconOnly }: { page: RailPage; iconOnly: boolean }) {
  const address = useTenantAddress();
  const name = t(page.rail.text);
  const Icon = page.rail.icon;
  const preload = () => void page.load();
  return (
    <Tooltip label={name} position="right" disabled={!iconOnly}>
      <NavLink
        to={address(page.path)}
        end={page.path === ''}
        className={classes['link']}
        onPointerEnter={preload}
        onFocus={preload}
      >
        <Icon size={20} stroke={1.7} aria-hidden />
        <span className={iconOnly ? classes['hidden'] : undefined}>{name}</span>
      </NavLink>
    </Tooltip>
  );
}

function MoreMenu({ pages }: { pages: readonly RailPage[] }) {
  const address = useTenantAddress();
  return (
    <Menu position="top-end">
      <Menu.Target>
        <button type="button" className={classes['link']}>
          <IconDots size={20} stroke={1.7} aria-hidden />
          <span>{t('nav.more')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {pages.map(({ path, rail: { text, icon: Icon } }) => (
          <Menu.Item key={path} component={Link} to={address(path)} leftSection={<Icon size={18} stroke={1.7} />}>
            {t(text)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
