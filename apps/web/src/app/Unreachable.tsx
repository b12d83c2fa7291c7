import { t } from '~/i18n';
import { Notice } from './Notice';

/** The product does not answer at all, so not even sign-in is known. */
export function Unreachable() {
  return (
    <Notice
      title={t('error.unreachable')}
      text={t('error.unreachableText')}
      action={t('error.retry')}
      onAction={() => window.location.reload()}
    />
  );
}
