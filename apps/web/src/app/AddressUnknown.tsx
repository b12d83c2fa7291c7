import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { t } from '~/i18n';
import { EmptyState } from '~/ui/EmptyState';

export function AddressUnknown() {
  return (
    <EmptyState
      title={t('error.notFound')}
      text={t('error.notFoundText')}
      action={
        <Anchor component={Link} to="/">
          {t('nav.home')}
        </Anchor>
      }
    />
  );
}
