import { type FrameText, t } from '~/i18n';
import { en } from '~/i18n/en';

/** Name of a role as people say it. */
export const roleText = (role: string): string => {
  const key = `role.${role}`;
  return key in en ? t(key as FrameText) : role;
};

export const rolesText = (roles: readonly string[]): string =>
  roles.length ? roles.map(roleText).join(', ') : t('role.none');
