import { useCallback, useMemo, useState } from 'react';
import { Alert, Button, Group, NativeSelect, Textarea } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useNavigateTenant } from '~/app/address';
import { TenantLink } from '~/app/TenantLink';
import { moment, time } from '~/i18n/format';
import { Page } from '~/ui';
import { TenantButton } from '../TenantButton';
import { t } from '../texts';
import type { Plan } from '../types';
import { ChangedMeanwhile } from './ChangedMeanwhile';
import { contentOf, draftOf, newAction, newFactor, newObjective, problemsOf } from './draft-content';
import { ActionFields, FactorFields, ObjectiveFields, Objectives } from './fields';
import { ForecastGrid } from './ForecastGrid';
import { ItemList } from './ItemList';
import classes from './PlanEditor.module.css';
import { SaveRevision } from './SaveRevision';
import { useDraft } from './use-draft';
import { useDraftContent } from './use-draft-content';

const none: ReadonlyMap<string, string> = new Map();
const horizons = [3, 4, 5, 6, 7, 8, 9, 10];

/** The plan in its three parts, while it is written. What is typed is kept on the device until it is saved. */
export function PlanEditor({ plan, onRefresh }: { plan: Plan; onRefresh: () => void }) {
  const { accountId, accountName, current, version } = plan;
  const go = useNavigateTenant();
  const kept = useDraft(accountId);
  const [resumed, setResumed] = useState(kept.draft?.keptAt);
  const [base, setBase] = useState(kept.draft?.base ?? { version, revision: current?.revision ?? 0 });
  const thisYear = new Date().getFullYear();
  const { draft, set, update, replace } = useDraftContent(
    kept.draft?.content ?? draftOf(current?.content, thisYear),
    (content) => kept.keep(content, base),
  );
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const problems = useMemo(() => problemsOf(draft), [draft]);
  const shown = tried ? problems : none;
  const { data: account } = useRead('/api/t/{tenant}/accounts/{accountId}', { path: { accountId } });

  const startAgain = useCallback(() => {
    kept.discard();
    setResumed(undefined);
    setTried(false);
    setBase({ version, revision: current?.revision ?? 0 });
    replace(draftOf(current?.content, thisYear));
  }, [kept, version, current, replace, thisYear]);
  const rebase = () => {
    const onPresent = { version, revision: current?.revision ?? 0 };
    setBase(onPresent);
    kept.keep(draft, onPresent);
  };
  const trySaving = () => {
    setTried(true);
    if (problems.size === 0) return setSaving(true);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus());
  };
  const next = (current?.revision ?? 0) + 1;
  const firstYears = [...new Set([thisYear - 1, thisYear, thisYear + 1, draft.firstYear])].sort();
  return (
    <Page
      title={t(current ? 'edit.title' : 'edit.firstTitle', { name: accountName })}
      above={<TenantLink to={`plans/${accountId}`}>{t('plan.of', { name: accountName })}</TenantLink>}
      answer={current ? t('edit.answer', { n: current.revision, next }) : t('edit.firstAnswer')}
    >
      {current && base.version !== version && (
        <ChangedMeanwhile plan={{ ...plan, current }} base={base} onRebase={rebase} onStartAgain={startAgain} />
      )}
      {resumed && base.version === version && (
        <Alert color="blue">
          <Group gap="sm">
            {t('edit.resumed', { moment: moment(resumed) })}
            <Button size="compact-sm" variant="default" onClick={startAgain}>
              {t('edit.discard')}
            </Button>
          </Group>
        </Alert>
      )}
      <div className={classes['editor']}>
        <Textarea
          label={t('relationshipPlan')}
          description={t('relationshipPlan.help')}
          autosize
          minRows={5}
          maxLength={10_000}
          value={draft.relationshipPlan}
          onChange={(event) => set({ relationshipPlan: event.target.value })}
        />
        <Textarea
          label={t('revenuePlan')}
          description={t('revenuePlan.help')}
          autosize
          minRows={5}
          maxLength={10_000}
          value={draft.revenuePlan}
          onChange={(event) => set({ revenuePlan: event.target.value })}
        />
        <Group align="start">
          <NativeSelect
            label={t('horizonYears')}
            description={t('horizonYears.help')}
            data={horizons.map((n) => ({ value: String(n), label: t('fact.years', { n }) }))}
            value={String(draft.horizonYears)}
            onChange={(event) => set({ horizonYears: Number(event.target.value) })}
          />
          <NativeSelect
            label={t('forecast.first')}
            description={t('forecast.title')}
            data={firstYears.map(String)}
            value={String(draft.firstYear)}
            onChange={(event) => set({ firstYear: Number(event.target.value) })}
          />
        </Group>
        <ForecastGrid draft={draft} usual={account?.divisionIds ?? []} change={(forecast) => set({ forecast })} />
        <h2>{t('actionPlan')}</h2>
        <ItemList
          list="criticalSuccessFactors"
          items={draft.criticalSuccessFactors}
          update={update.criticalSuccessFactors}
          create={newFactor}
          nameOf={({ text }) => text}
          problems={shown}
          Fields={FactorFields}
        />
        <ItemList
          list="objectives"
          items={draft.objectives}
          update={update.objectives}
          create={newObjective}
          nameOf={({ title }) => title}
          problems={shown}
          Fields={ObjectiveFields}
        />
        <Objectives value={draft.objectives}>
          <ItemList
            list="actions"
            items={draft.actions}
            update={update.actions}
            create={newAction}
            nameOf={({ title }) => title}
            problems={shown}
            Fields={ActionFields}
          />
        </Objectives>
      </div>
      <div className={classes['bar']}>
        <span role="status">
          {tried && problems.size > 0
            ? t('edit.incomplete', { n: problems.size })
            : kept.draft
              ? t('edit.kept', { time: time(new Date(kept.draft.keptAt)) })
              : t('edit.unchanged')}
        </span>
        <TenantButton to={`plans/${accountId}`}>{t('edit.cancel')}</TenantButton>
        <Button onClick={trySaving} disabled={!kept.draft}>
          {t('edit.save', { n: next })}
        </Button>
      </div>
      {saving && (
        <SaveRevision
          plan={plan}
          version={base.version}
          content={contentOf(draft)}
          onClose={() => setSaving(false)}
          onSaved={() => {
            kept.discard();
            go(`plans/${accountId}`);
          }}
          onConflict={onRefresh}
        />
      )}
    </Page>
  );
}
