import { type ReactNode, useState } from 'react';
import { Button, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconRosetteDiscountCheck } from '@tabler/icons-react';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { useCanChange } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { announce, ErrorState, FormDrawer, Moment, PersonName, ReasonField, reasonRule } from '~/ui';
import type { Results } from '../audit';
import { t } from './review-texts';
import classes from './SignedOff.module.css';

/** Who stands by the answers since when, and the proof; from here the lead reopens the audit. */
export function SignedOffBanner({ audit }: { audit: Results['audit'] }) {
  const mayReopen = useCanChange('assessment.sign-off');
  const [reopening, setReopening] = useState(false);
  const { signedOff } = audit;
  if (!signedOff) return null;
  return (
    <section className={classes['banner']} aria-label={t('signed.title')}>
      <div>
        <Text fw={600} component="div">
          <IconRosetteDiscountCheck size={18} aria-hidden style={{ verticalAlign: '-0.2em' }} /> {t('signed.title')}{' '}
          {t('signed.by')} <PersonName id={signedOff.by} />, <Moment at={signedOff.at} />
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {t('signed.digest')}: <span className={classes['digest']}>{signedOff.digest}</span>
        </Text>
      </div>
      {mayReopen && (
        <Button variant="default" onClick={() => setReopening(true)} data-screen-only>
          {t('signed.reopen')}
        </Button>
      )}
      {reopening && <ReopenDrawer audit={audit} onClose={() => setReopening(false)} />}
    </section>
  );
}

function ReopenDrawer({ audit, onClose }: { audit: Results['audit']; onClose: () => void }) {
  const reopen = useCommand('post', '/api/t/{tenant}/audits/{auditId}/reopen');
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  const save = async (body: { reason: string }) => {
    await reopen.mutateAsync({ path: { auditId: audit.id }, body });
    announce(t('signed.reopenDone'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('signed.reopenTitle', { title: audit.title })}
      form={form}
      onSubmit={save}
      submitText={t('signed.reopen')}
      effect={t('signed.reopenEffect')}
    >
      <ReasonField data-autofocus {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

/** Every sign-off, latest first, each held against the answers as they are. */
export function SignOffs({ auditId }: { auditId: string }) {
  const { data, error, refetch } = useRead('/api/t/{tenant}/audits/{auditId}/sign-offs', { path: { auditId } });
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={120} />;
  if (data.items.length === 0) return null;
  return (
    <section aria-label={t('signed.all')}>
      <Title order={2} size="h4" mb="xs">
        {t('signed.all')}
      </Title>
      <ul className={classes['list']}>
        {data.items.map((one) => (
          <li key={one.pinned}>
            <Stack gap={2}>
              <Text fw={600} component="div">
                <PersonName id={one.signedOffBy} />, <Moment at={one.signedOffAt} />
              </Text>
              <Line>{t('signed.figures', { ...figuresOf(one) })}</Line>
              <Line>
                {t('signed.hints', { n: one.acceptedHints.length })}
                {one.ownAnswers > 0 && `; ${t('signed.own', { n: one.ownAnswers })}`}
              </Line>
              {one.unansweredBecause && (
                <Line>{t('signed.unansweredBecause', { because: one.unansweredBecause })}</Line>
              )}
              {one.note && <Line>{one.note}</Line>}
              <Line>
                <span className={classes['digest']}>{one.digest}</span>
              </Line>
              <Line>{one.unchanged ? t('signed.same') : t('signed.other')}</Line>
              {one.reopened && (
                <Line>
                  <Reopened {...one.reopened} />
                </Line>
              )}
              <TenantLink to={`audits/${auditId}?tab=answers&asAt=${one.signedOffAt}`} size="sm" data-screen-only>
                {t('signed.read')}
              </TenantLink>
            </Stack>
          </li>
        ))}
      </ul>
    </section>
  );
}

const figuresOf = ({
  score,
  maximum,
  answered,
  notRelevant,
  unanswered,
}: Record<'score' | 'maximum' | 'answered' | 'notRelevant' | 'unanswered', number>) => ({
  score,
  maximum,
  answered,
  notRelevant,
  unanswered,
});

const Line = ({ children }: { children: ReactNode }) => (
  <Text size="sm" component="div">
    {children}
  </Text>
);

const Reopened = ({ by, at, because }: { by: string; at: string; because: string }) => (
  <>
    {t('signed.reopenedBy')} <PersonName id={by} />, <Moment at={at} />: {because}
  </>
);
