import { Button, NativeSelect, Radio, Stack, TextInput } from '@mantine/core';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { useNavigateTenant } from '~/app/address';
import { useDivisions } from '~/app/use-divisions';
import { day } from '~/i18n/format';
import { announce, FormDrawer } from '~/ui';
import { AssessorSelect } from './AssessorSelect';
import type { AuditSummary } from './audit';
import { type Catalogue, useCatalogue } from './catalogue';
import { assignmentsOf, emptyRow, type PartRow, rowsRule } from './cockpit/parts';
import { PartsEditor } from './cockpit/PartsEditor';
import { t as review } from './cockpit/review-texts';
import { t } from './texts';

interface Values extends Record<string, unknown> {
  title: string;
  kind: string;
  divisionId: string;
  auditDate: string;
  programmeStartedOn: string;
  basedOn: string;
  /** Of the whole audit; where it is given in parts, those of `assignments`. */
  assessorIds: string[];
  byParts: string;
  assignments: PartRow[];
}

/** Opens an audit and goes to it. */
export function OpenAuditDrawer({ onClose }: { onClose: () => void }) {
  const { divisions } = useDivisions();
  const navigate = useNavigateTenant();
  const open = useCommand('post', '/api/t/{tenant}/audits');
  const form = useForm<Values>({
    initialValues: {
      title: '',
      kind: 'programme',
      divisionId: '',
      auditDate: '',
      programmeStartedOn: '',
      basedOn: '',
      assessorIds: [],
      byParts: '',
      assignments: [emptyRow],
    },
    validate: {
      title: (title) => (title.trim() ? null : t('open.nameMissing')),
      divisionId: (divisionId, { kind }) => (kind === 'division' && !divisionId ? t('open.divisionMissing') : null),
      auditDate: (date) => (date ? null : t('open.dateMissing')),
      programmeStartedOn: (started, { auditDate }) => (started && started > auditDate ? t('open.startedAfter') : null),
      assignments: (rows, { byParts }) => (byParts ? rowsRule(rows) : null),
    },
  });
  const { kind, divisionId, auditDate, byParts } = form.values;
  const earlier = useEarlierAudits(kind, divisionId, auditDate);
  // The parts are the same in every version so far.
  const { data: catalogue } = useCatalogue(byParts ? 1 : undefined);
  const save = async ({ title, kind, divisionId, auditDate, ...rest }: Values) => {
    const scope = kind === 'division' ? { kind: 'division' as const, divisionId } : { kind: 'programme' as const };
    const basedOn = earlier.find(({ id }) => id === rest.basedOn)?.id;
    const { id } = await open.mutateAsync({
      body: {
        title,
        scope,
        auditDate,
        ...(basedOn ? { basedOn } : {}),
        ...(rest.byParts ? { assignments: assignmentsOf(rest.assignments) } : { assessorIds: rest.assessorIds }),
        ...(rest.programmeStartedOn ? { programmeStartedOn: rest.programmeStartedOn } : {}),
      },
    });
    announce(t('open.done'));
    navigate(`audits/${id}`);
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('open.title')}
      form={form}
      onSubmit={save}
      submitText={t('list.open')}
    >
      <TextInput
        label={t('open.name')}
        description={t('open.nameHelp')}
        required
        data-autofocus
        {...form.getInputProps('title')}
      />
      <Radio.Group label={t('open.scope')} {...form.getInputProps('kind')}>
        <Stack gap="xs" mt="xs">
          <Radio value="programme" label={t('scope.programme')} />
          <Radio value="division" label={t('scope.division')} />
        </Stack>
      </Radio.Group>
      {kind === 'division' && (
        <NativeSelect
          label={t('open.division')}
          required
          data={[{ value: '', label: '' }, ...divisions.map(({ id, name }) => ({ value: id, label: name }))]}
          {...form.getInputProps('divisionId')}
        />
      )}
      <TextInput
        type="date"
        label={t('open.date')}
        description={t('open.dateHelp')}
        required
        {...form.getInputProps('auditDate')}
      />
      <TextInput
        type="date"
        label={t('open.started')}
        description={t('open.startedHelp')}
        {...form.getInputProps('programmeStartedOn')}
      />
      {earlier.length > 0 && (
        <NativeSelect
          label={review('open.from')}
          description={review('open.fromHelp')}
          data={[
            { value: '', label: review('open.fromNothing') },
            ...earlier.map((audit) => ({ value: audit.id, label: `${audit.title}, ${day(audit.auditDate)}` })),
          ]}
          {...form.getInputProps('basedOn')}
        />
      )}
      {byParts && catalogue ? (
        <Parts form={form} catalogue={catalogue} />
      ) : (
        <AssessorSelect
          label={t('open.assessors')}
          description={t('open.assessorsHelp')}
          {...form.getInputProps('assessorIds')}
        />
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: 'start' }}
        onClick={() => form.setFieldValue('byParts', byParts ? '' : 'yes')}
      >
        {byParts ? review('open.whole') : review('open.parts')}
      </Button>
    </FormDrawer>
  );
}

/** Audits of the scope chosen that the new one may start from. */
function useEarlierAudits(kind: string, divisionId: string, auditDate: string): AuditSummary[] {
  const ofDivision = kind === 'division';
  const query = ofDivision ? { divisionId: divisionId || 'none' } : { scope: 'programme' as const };
  const audits = useRead('/api/t/{tenant}/audits', { query: { ...query, limit: 50 } }).data?.items ?? [];
  return audits.filter((audit) => !auditDate || audit.auditDate <= auditDate);
}

function Parts({ form, catalogue }: { form: UseFormReturnType<Values>; catalogue: Catalogue }) {
  const { assignments } = form.values;
  const error = form.errors['assignments'];
  return (
    <PartsEditor
      catalogue={catalogue}
      value={assignments}
      onChange={(rows) => form.setFieldValue('assignments', rows)}
      error={typeof error === 'string' ? error : undefined}
    />
  );
}
