import { useState } from 'react';
import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { ErrorState } from '~/ui';
import { given, type Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { Reminders } from '../reminders/Reminders';
import { AssessorProgress } from './AssessorProgress';
import { Hints } from './Hints';
import { t } from './review-texts';
import { SignOffDrawer } from './SignOffDrawer';
import { SignOffs } from './SignedOff';

/** Can I stand by these answers? How far the assessors are, what is open, what to look at, and the sign-off. */
export function ReviewTab({ audit, catalogue }: { audit: Results['audit']; catalogue: Catalogue }) {
  const path = { auditId: audit.id };
  const hints = useRead('/api/t/{tenant}/audits/{auditId}/hints', { path });
  const progress = useRead('/api/t/{tenant}/audits/{auditId}/progress', { path });
  const mayLead = useCanChange('assessment.sign-off') && !audit.signedOff;
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const error = hints.error ?? progress.error;
  if (error)
    return <ErrorState problem={error} onRetry={() => void Promise.all([hints.refetch(), progress.refetch()])} />;
  if (!hints.data || !progress.data) return <Skeleton h={320} />;
  const accept = (ids: readonly string[], yes: boolean) =>
    setAccepted((before) => new Set(yes ? [...before, ...ids] : [...before].filter((id) => !ids.includes(id))));
  const standing = hints.data.hints.filter(({ id }) => accepted.has(id)).map(({ id }) => id);
  return (
    <Stack gap="xl">
      {mayLead && <SignOff audit={audit} accepted={standing} hints={hints.data.hints.length} />}
      <SignOffs auditId={audit.id} />
      <AssessorProgress progress={progress.data} auditId={audit.id} catalogue={catalogue} />
      <Reminders auditId={audit.id} progress={progress.data} signedOff={audit.signedOff !== null} />
      <Open audit={audit} />
      <Hints
        found={hints.data}
        auditId={audit.id}
        catalogue={catalogue}
        accepted={accepted}
        onAccept={mayLead ? accept : undefined}
      />
    </Stack>
  );
}

function SignOff({ audit, accepted, hints }: { audit: Results['audit']; accepted: readonly string[]; hints: number }) {
  const [signing, setSigning] = useState(false);
  const { person } = useTenantMe();
  const detail = useRead('/api/t/{tenant}/audits/{auditId}', { path: { auditId: audit.id } }).data;
  const own = detail?.answers.filter(({ confirmed, answeredBy }) => confirmed && answeredBy === person.id).length ?? 0;
  const wait = waitsFor(audit, hints - accepted.length);
  return (
    <Group gap="md" data-screen-only>
      <Button onClick={() => setSigning(true)} disabled={wait !== null}>
        {t('sign.button')}
      </Button>
      <Text size="sm" role="status">
        {wait ?? t('sign.ready')}
      </Text>
      {signing && (
        <SignOffDrawer audit={audit} acceptedHints={accepted} ownAnswers={own} onClose={() => setSigning(false)} />
      )}
    </Group>
  );
}

/** What must come first, in words; null when the audit can be signed off. */
function waitsFor(audit: Results['audit'], hintsLeft: number): string | null {
  if (audit.progress.unconfirmed > 0) return t('sign.waitUnconfirmed');
  if (given(audit) === 0) return t('sign.waitNothing');
  return hintsLeft > 0 ? t('sign.waitHints', { n: hintsLeft }) : null;
}

/** Unanswered, not confirmed and not relevant: three different things, each leading to its answers. */
function Open({ audit: { id, progress } }: { audit: Results['audit'] }) {
  const { unanswered, unconfirmed, notRelevant } = progress;
  const lines = [
    { state: 'unanswered', n: unanswered, words: t('open.unanswered', { n: unanswered }) },
    { state: 'unconfirmed', n: unconfirmed, words: t('open.unconfirmed', { n: unconfirmed }) },
    { state: 'notRelevant', n: notRelevant, words: t('open.notRelevant', { n: notRelevant }) },
  ].filter(({ n }) => n > 0);
  return (
    <section aria-label={t('open.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('open.title')}
      </Title>
      {lines.length === 0 && <Text size="sm">{t('open.nothing')}</Text>}
      {lines.map(({ state, words }) => (
        <div key={state}>
          <TenantLink to={`audits/${id}?tab=answers&state=${state}`}>{words}</TenantLink>
        </div>
      ))}
    </section>
  );
}
