import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDivisions } from '~/app/use-divisions';
import type { TeamMember } from './TeamTab';
import { t } from './texts';

export interface PlaceValues extends Record<string, unknown> {
  kind: TeamMember['kind'];
  role: string;
  function: string;
  divisionId: string;
  location: string;
  share: number | string;
  dedicated: boolean;
  line: TeamMember['line'];
}

export const emptyPlace: PlaceValues = {
  kind: 'core',
  role: '',
  function: '',
  divisionId: '',
  location: '',
  share: '',
  dedicated: false,
  line: 'dotted',
};

export const placeRules = { role: (role: string) => (role.trim() ? null : t('roleMissing')) };

/** As the API takes it: what was left empty is null. */
export const placeBody = ({ kind, role, function: of, divisionId, location, share, dedicated, line }: PlaceValues) => ({
  kind,
  role,
  function: of,
  divisionId: divisionId || null,
  location,
  share: share === '' ? null : Number(share),
  dedicated,
  line,
});

const kinds = ['leader', 'core', 'extended'] as const;
const lines = ['solid', 'dotted'] as const;

/** The part of a person in the team, when he or she joins and when it changes. */
export function PlaceFields<Values extends PlaceValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { divisions } = useDivisions();
  return (
    <>
      <NativeSelect
        label={t('kind')}
        data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <TextInput label={t('role')} required {...form.getInputProps('role')} />
      <TextInput label={t('function')} {...form.getInputProps('function')} />
      <NativeSelect
        label={t('division')}
        data={[{ value: '', label: t('noDivision') }, ...divisions.map(({ id, name }) => ({ value: id, label: name }))]}
        {...form.getInputProps('divisionId')}
      />
      <TextInput label={t('location')} {...form.getInputProps('location')} />
      <NumberInput
        label={t('share')}
        description={t('shareHelp')}
        min={1}
        max={100}
        allowDecimal={false}
        {...form.getInputProps('share')}
      />
      <Checkbox label={t('dedicated')} {...form.getInputProps('dedicated', { type: 'checkbox' })} />
      <NativeSelect
        label={t('line')}
        data={lines.map((value) => ({ value, label: t(`line.${value}`) }))}
        {...form.getInputProps('line')}
      />
    </>
  );
}
