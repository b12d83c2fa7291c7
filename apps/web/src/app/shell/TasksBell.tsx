import { Menu, UnstyledButton } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useRead } from '~/api/use-read';
import { t } from '~/i18n';
import { addressOf } from '~/pages/board/address';
import { isLate, useTaskText } from '~/pages/home/task-text';
import { useNavigateTenant, useTenantAddress } from '../address';
import { useHotkey } from '../hotkey';
import { useCan } from '../tenant';
import classes from './TopBar.module.css';

/** The bell shows so many; the page shows all. */
const SHOWN = 6;
const EVERY_SECONDS = 60;

/** How many things wait for the person, and the way to each. */
export function TasksBell() {
  const address = useTenantAddress();
  const navigate = useNavigateTenant();
  const may = useCan('programme.home');
  const { data } = useRead('/api/t/{tenant}/home', {}, { enabled: may, everySeconds: EVERY_SECONDS });
  const text = useTaskText();
  useHotkey(['t'], () => navigate('tasks'), may);
  if (!may) return null;
  const tasks = data?.tasks ?? [];
  const late = tasks.some(isLate);
  return (
    <Menu position="bottom-end" width={340} classNames={{ itemLabel: classes['task'] ?? '' }}>
      <Menu.Target>
        <UnstyledButton
          className={classes['control']}
          aria-label={t('tasks.bell', { n: tasks.length })}
          aria-keyshortcuts="T"
        >
          <IconBell size={18} stroke={1.6} aria-hidden />
          {tasks.length > 0 && (
            <span className={classes['count']} data-late={late || undefined} aria-hidden>
              {tasks.length}
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {tasks.length === 0 && <Menu.Label>{t('home.nothing')}</Menu.Label>}
        {tasks.slice(0, SHOWN).map((task, index) => {
          const { title, more } = text(task);
          return (
            <Menu.Item key={index} component={Link} to={address(addressOf(task.link))}>
              {title}
              {more && (
                <span className={classes['more']} data-late={isLate(task) || undefined}>
                  {more}
                </span>
              )}
            </Menu.Item>
          );
        })}
        <Menu.Divider />
        <Menu.Item component={Link} to={address('tasks')}>
          {t('tasks.all')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
