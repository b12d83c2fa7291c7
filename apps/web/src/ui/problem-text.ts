import type { ApiProblem } from '~/api/problem';
import { t } from '~/i18n';

interface ProblemText {
  readonly title: string;
  readonly text?: string;
  /** Label of the button that tries again, where that can help. */
  readonly retry?: string;
  readonly id?: string;
}

/** Words for a problem. What the API says itself is shown as it is; the rest is put into the person's language. */
export function problemText({ status, title, detail, requestId }: ApiProblem, past = false): ProblemText {
  if (status === 0) return { title: t('error.unreachable'), text: t('error.unreachableText'), retry: t('error.retry') };
  if (status === 401) return { title: t('error.session') };
  if (status === 403) return { title: t('error.forbidden'), text: detail ?? t('error.forbiddenText') };
  if (status === 404 && past) return { title: t('error.notYet') };
  if (status === 404) return { title: t('error.notFound'), text: t('error.notFoundText') };
  if (status === 412) return { title: t('error.changed'), text: t('error.changedText'), retry: t('error.reload') };
  if (status >= 500) {
    const id = requestId && t('error.requestId', { id: requestId });
    return { title: t('error.failed'), text: t('error.failedText'), retry: t('error.retry'), id };
  }
  return { title, text: detail };
}
