import { TenantLink } from '~/app/TenantLink';
import type { ActionSource } from './action';
import { t } from './texts';

/** What an action comes from; opens the very answer, cell or question. */
export function SourceLink({ source }: { source: ActionSource }) {
  const address = addressOf(source);
  const text = sourceText(source);
  return address ? <TenantLink to={address}>{text}</TenantLink> : <>{text}</>;
}

export function sourceText(source: ActionSource): string {
  const kind = t(`source.${source.kind}`);
  switch (source.kind) {
    case 'audit-action':
      return t('source.of', { kind, part: source.actionId });
    case 'organisation-cell':
      return t('source.of', { kind, part: `${source.element}, ${source.group}` });
    case 'litmus':
      return t('source.of', { kind, part: source.question });
    case 'own':
      return kind;
  }
}

function addressOf(source: ActionSource): string | undefined {
  switch (source.kind) {
    case 'audit-action':
      return `audits/${source.auditId}?tab=answers&phase=${source.actionId.charAt(0)}&action=${source.actionId}`;
    case 'organisation-cell':
      return `audits/organisation/${source.assessmentId}?cell=${source.element}-${source.group}`;
    case 'litmus':
      return source.test === 'organisation'
        ? 'audits/litmus/programme'
        : `audits/litmus/accounts/${source.subjectId}?tab=${source.test}`;
    case 'own':
      return undefined;
  }
}
