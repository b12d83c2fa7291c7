import { Button } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { useCanChange, useTenantMe } from '~/app/tenant';
import { announce } from '~/ui';
import type { GivenAnswer, Results } from '../audit';
import type { Action } from '../catalogue';
import { ownActions } from './parts';
import { t } from './review-texts';

interface ConfirmShownProps {
  audit: Results['audit'];
  shown: readonly Action[];
  answers: ReadonlyMap<string, GivenAnswer>;
}

/** Confirms, of the actions listed, those carried over that the person may answer. They were read: they stand on this page. */
export function ConfirmShown({ audit, shown, answers }: ConfirmShownProps) {
  const { person } = useTenantMe();
  const mayAnswer = useCanChange('assessment.answer') && !audit.signedOff;
  const confirm = useCommand('post', '/api/t/{tenant}/audits/{auditId}/confirmations');
  const waiting = shown.filter(({ id }) => answers.get(id)?.confirmed === false);
  const own = ownActions(audit.assignments, person.id, waiting).map(({ id }) => id);
  if (!mayAnswer || own.length === 0) return null;
  const send = async () => {
    await confirm.mutateAsync({ path: { auditId: audit.id }, body: { actionIds: own } });
    announce(t('answers.confirmed', { n: own.length }));
  };
  return (
    <Button size="xs" variant="default" loading={confirm.isPending} onClick={() => void send()} data-screen-only>
      {t('answers.confirmShown', { n: own.length })}
    </Button>
  );
}
