import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconLogout, IconShieldCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useAuth } from 'react-oidc-context';
import { Link } from 'react-router';
import { t } from '~/i18n';
import { chooseLanguage, type Language, language, languages } from '~/i18n/catalogue';
import { useTenantAddress } from '../address';
import { setSingleKeys, singleKeysOn } from '../hotkey';
import { rolesText } from '../roles';
import { useTenantMe } from '../tenant';
import classes from './TopBar.module.css';

const schemes = ['light', 'dark', 'auto'] as const;

export function PersonMenu() {
  const { person, roles } = useTenantMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [singleKeys, setKeys] = useState(singleKeysOn);
  const address = useTenantAddress();
  const auth = useAuth();
  const role = rolesText(roles);
  const toggleKeys = () => {
    setSingleKeys(!singleKeys);
    setKeys(!singleKeys);
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes['control']} aria-label={t('person.menu', { name: person.name, role })}>
          <span className={classes['initials']} aria-hidden data-initials={initials(person.name)} />
          <span className={classes['person']}>
            <span className={classes['strong']}>{person.name}</span> <span className={classes['quiet']}>{role}</span>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {person.name}
          <br />
          {role}
        </Menu.Label>
        <Menu.Item component={Link} to={address('policy')} leftSection={<IconShieldCheck size={16} />}>
          {t('person.mayDo')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('person.theme')}</Menu.Label>
        {schemes.map((scheme) => (
          <Choice
            key={scheme}
            on={scheme === colorScheme}
            onChoose={() => setColorScheme(scheme)}
            text={t(`person.${scheme}`)}
          />
        ))}
        <Menu.Divider />
        <Menu.Label>{t('person.language')}</Menu.Label>
        {Object.entries(languages).map(([code, name]) => (
          <Choice key={code} on={code === language} onChoose={() => chooseLanguage(code as Language)} text={name} />
        ))}
        <Menu.Divider />
        <Choice on={singleKeys} onChoose={toggleKeys} text={t('person.singleKeys')} />
        <Menu.Divider />
        <Menu.Item onClick={() => void auth.signoutRedirect()} leftSection={<IconLogout size={16} />}>
          {t('person.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Choice({ on, text, onChoose }: { on: boolean; text: string; onChoose: () => void }) {
  return (
    <Menu.Item
      role="menuitemcheckbox"
      aria-checked={on}
      closeMenuOnClick={false}
      onClick={onChoose}
      rightSection={on ? <IconCheck size={16} aria-hidden /> : null}
    >
      {text}
    </Menu.Item>
  );
}

const initials = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('');
};
