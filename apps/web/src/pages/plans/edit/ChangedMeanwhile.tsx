import { useEffect, useRef } from 'react';
import { Alert, Button, Group } from '@mantine/core';
import { moment } from '~/i18n/format';
import { usePeople } from '~/ui';
import { t as frame } from '~/i18n';
import { TenantButton } from '../TenantButton';
import { t } from '../texts';
import type { Plan } from '../types';
import type { Draft } from './use-draft';

interface ChangedMeanwhileProps {
  plan: Plan & { current: NonNullable<Plan['current']> };
  base: Draft['base'];
  /** The draft shall replace what others wrote. */
  onRebase: () => void;
  onStartAgain: () => void;
}

/** Someone else saved or reviewed the plan since the draft was begun: says what, keeps the draft, offers the ways on. */
export function ChangedMeanwhile({ plan, base, onRebase, onStartAgain }: ChangedMeanwhileProps) {
  const people = usePeople();
  const element = useRef<HTMLDivElement>(null);
  // The person may be at the other end of the page.
  useEffect(() => void element.current?.scrollIntoView({ block: 'center' }), []);
  const { revision, revisedBy, revisedAt } = plan.current;
  const onlyReviewed = revision === base.revision;
  const person = people.get(revisedBy) ?? frame('person.unknown');
  return (
    <Alert ref={element} color="yellow" title={t('edit.changed')} role="alert">
      {onlyReviewed
        ? t('edit.reviewedText')
        : t('edit.changedText', { revision, person, moment: moment(revisedAt), base: base.revision })}
      <Group gap="xs" mt="sm">
        {!onlyReviewed && base.revision > 0 && (
          <TenantButton to={`plans/${plan.accountId}/compare?from=${base.revision}&to=${revision}`} size="compact-sm">
            {t('edit.seeChanges')}
          </TenantButton>
        )}
        <Button size="compact-sm" variant="default" onClick={onRebase}>
          {t('edit.rebase')}
        </Button>
        {!onlyReviewed && (
          <Button size="compact-sm" variant="default" onClick={onStartAgain}>
            {t('edit.startAgain', { revision })}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
