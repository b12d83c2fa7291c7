import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useCanChange } from '~/app/tenant';
import { TenantLink } from '~/app/TenantLink';
import { day } from '~/i18n/format';
import { RaiseAction } from '~/pages/actions/RaiseAction';
import { t as actions } from '~/pages/actions/texts';
import type { Results } from '../audit';
import { t } from './results-texts';

export type Existing = Results['programmeActions'][number];

/** The programme action that a finding has already, or the way to raise one. */
export function ActOn({ auditId, actionId, label, existing, toAct = true }: ActOnProps) {
  const mayAct = useCanChange('assessment.act') && toAct;
  const [raising, setRaising] = useState(false);
  const own = existing.filter((action) => action.actionId === actionId);
  return (
    <>
      {own.map(({ id, state, dueOn }) => (
        <Text key={id} size="sm" component="span">
          <TenantLink to={`audits/actions/${id}`}>
            {t('actOnState', { state: actions(`state.${state}`), day: day(dueOn) })}
          </TenantLink>
        </Text>
      ))}
      {own.length === 0 && mayAct && (
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => setRaising(true)}
          aria-label={t('actOn', { label })}
          data-screen-only
        >
          {t('act')}
        </Button>
      )}
      {raising && (
        <RaiseAction
          source={{ kind: 'audit-action', auditId, actionId }}
          suggestedTitle={label}
          onClose={() => setRaising(false)}
        />
      )}
    </>
  );
}

interface ActOnProps {
  auditId: string;
  actionId: string;
  label: string;
  existing: readonly Existing[];
  /** False: show what is done already, and offer nothing. */
  toAct?: boolean;
}
