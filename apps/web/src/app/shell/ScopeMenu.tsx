import { Menu, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { Link } from 'react-router';
import { t } from '~/i18n';
import { useAddressState } from '../address-state';
import { meQuery } from '../me';
import { useTenantMe } from '../tenant';
import { useDivisions } from '../use-divisions';
import classes from './TopBar.module.css';

/** Which enterprise, and which of its divisions the pages are limited to. */
export function ScopeMenu() {
  const { tenant } = useTenantMe();
  const { divisions, all } = useDivisions();
  const [division, setDivision] = useAddressState('division');
  const tenants = useQuery(meQuery).data?.tenants ?? [];
  const allText = all ? t('scope.all') : t('scope.yours');
  const chosen = divisions.find(({ id }) => id === division)?.name ?? allText;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>
        <UnstyledButton
          className={`${classes['control']} ${classes['scope']}`}
          aria-label={t('scope.label', { tenant: tenant.name, division: chosen })}
        >
          <span>
            <span className={classes['strong']}>{tenant.name}</span>
            <span className={classes['wide']}> · {chosen}</span>
          </span>
          <IconChevronDown size={14} aria-hidden className={classes['quiet']} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="70dvh" style={{ overflowY: 'auto' }}>
        {tenants.length > 1 && (
          <>
            <Menu.Label>{t('scope.tenants')}</Menu.Label>
            {tenants.map(({ alias, name }) => (
              <Menu.Item key={alias} component={Link} to={`/t/${alias}`} {...chosenMark(alias === tenant.alias)}>
                {name}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        )}
        <Menu.Label>{t('scope.divisions')}</Menu.Label>
        {[{ id: '', name: allText }, ...divisions].map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => setDivision(id)} {...chosenMark(id === division)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const chosenMark = (on: boolean) => ({
  role: 'menuitemradio',
  'aria-checked': on,
  rightSection: on ? <IconCheck size={16} aria-hidden /> : null,
});
