import { Fragment, useState } from 'react';
import { Badge, Button, Checkbox, Text, Title } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { TenantLink } from '~/app/TenantLink';
import { day } from '~/i18n/format';
import { EmptyState, PersonName } from '~/ui';
import type { Catalogue } from '../catalogue';
import classes from './Hints.module.css';
import { t } from './review-texts';

export type AuditHints = ReadAnswer<'/api/t/{tenant}/audits/{auditId}/hints'>;
type Hint = AuditHints['hints'][number];

interface HintsProps {
  found: AuditHints;
  auditId: string;
  catalogue: Catalogue;
  accepted: ReadonlySet<string>;
  /** Absent where nothing can be accepted: while the past is shown, or to whoever does not sign off. */
  onAccept?: (ids: readonly string[], accepted: boolean) => void;
}

/** What the lead should look at before signing off, by kind; each leads to its actions and is accepted by itself or with its kind. */
export function Hints({ found: { hints, evidenceFrom }, ...rest }: HintsProps) {
  const kinds = [...new Set(hints.map(({ kind }) => kind))];
  return (
    <section aria-label={t('hints.title')}>
      <Title order={2} size="h4" mb="xs">
        {t('hints.title')}
      </Title>
      {hints.length === 0 && <EmptyState title={t('hints.none')} />}
      {kinds.map((kind) => (
        <OfKind
          key={kind}
          kind={kind}
          hints={hints.filter((hint) => hint.kind === kind)}
          evidenceFrom={evidenceFrom}
          {...rest}
        />
      ))}
    </section>
  );
}

const SHOWN_AT_ONCE = 5;

function OfKind({
  kind,
  hints,
  evidenceFrom,
  auditId,
  catalogue,
  accepted,
  onAccept,
}: Omit<HintsProps, 'found'> & { kind: Hint['kind']; hints: readonly Hint[]; evidenceFrom: string }) {
  const [all, setAll] = useState(false);
  const done = hints.filter(({ id }) => accepted.has(id)).length;
  const named = kind === 'confirmed-on-old-evidence' ? hints[0]!.actionIds.length : hints.length;
  const shown = all ? hints : hints.slice(0, SHOWN_AT_ONCE);
  return (
    <div className={classes['hint']}>
      <div className={classes['head']}>
        <div>
          <Text fw={600} component="div">
            {t(`hint.${kind}`)} <Badge variant="default">{named}</Badge>
          </Text>
          <Text size="sm" c="dimmed">
            {t(`hint.${kind}.text`, { day: day(evidenceFrom), n: named })}
          </Text>
        </div>
        {onAccept && (
          <Checkbox
            label={t('hints.acceptAll', { n: hints.length })}
            checked={done === hints.length}
            indeterminate={done > 0 && done < hints.length}
            onChange={(event) =>
              onAccept(
                hints.map(({ id }) => id),
                event.currentTarget.checked,
              )
            }
          />
        )}
      </div>
      <ul className={classes['list']}>
        {shown.map((hint) => (
          <li key={hint.id}>
            {onAccept ? (
              <Checkbox
                aria-label={t('hints.accept', { title: catalogue.action(hint.actionIds[0]!).label })}
                checked={accepted.has(hint.id)}
                onChange={(event) => onAccept([hint.id], event.currentTarget.checked)}
              />
            ) : (
              <span />
            )}
            <Words hint={hint} auditId={auditId} catalogue={catalogue} />
          </li>
        ))}
      </ul>
      {hints.length > SHOWN_AT_ONCE && !all && (
        <Button
          variant="subtle"
          size="compact-sm"
          style={{ justifySelf: 'start' }}
          onClick={() => setAll(true)}
          data-screen-only
        >
          {t('hints.show', { n: hints.length })}
        </Button>
      )}
    </div>
  );
}

function Words({ hint, auditId, catalogue }: { hint: Hint; auditId: string; catalogue: Catalogue }) {
  const { kind, actionIds, personId } = hint;
  const link = (id: string) => (
    <TenantLink key={id} to={`audits/${auditId}?tab=answers&action=${id}`}>
      {id} {catalogue.action(id).label}
    </TenantLink>
  );
  if (kind === 'answered-in-haste' || kind === 'confirmed-on-old-evidence') {
    return (
      <Text size="sm" component="div">
        {personId && (
          <>
            <PersonName id={personId} />:{' '}
          </>
        )}
        {actionIds.map((id, index) => (
          <Fragment key={id}>
            {index > 0 && ', '}
            <TenantLink
              to={`audits/${auditId}?tab=answers&action=${id}`}
              title={catalogue.action(id).label}
              className={classes['id']}
            >
              {id}
            </TenantLink>
          </Fragment>
        ))}
      </Text>
    );
  }
  const [first, ...others] = actionIds;
  return (
    <Text size="sm" component="div">
      {link(first!)}
      {others.map((id) => (
        <div key={id}>
          {t('hint.buildsOn')} {link(id)}
        </div>
      ))}
    </Text>
  );
}
