import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { localDay } from '~/app/local-moment';
import { announce, FormDrawer, usePeople } from '~/ui';
import { emptyPlace, placeBody, PlaceFields, placeRules } from './PlaceFields';
import { t } from './texts';

export function JoinForm({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const join = useCommand('post', '/api/t/{tenant}/accounts/{accountId}/team/members');
  const people = usePeople();
  const form = useForm({
    initialValues: { ...emptyPlace, personId: '', joinedOn: localDay() },
    validate: { ...placeRules, personId: (personId) => (personId ? null : t('personMissing')) },
  });
  const save = async ({ personId, joinedOn, ...place }: typeof form.values) => {
    await join.mutateAsync({ path: { accountId }, body: { personId, joinedOn, ...placeBody(place) } });
    announce(t('joined', { name: people.get(personId) ?? '' }));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('add')} form={form} onSubmit={save}>
      <Select
        label={t('person')}
        data={[...people].map(([value, label]) => ({ value, label }))}
        searchable
        required
        data-autofocus
        {...form.getInputProps('personId')}
      />
      <TextInput label={t('joinedOn')} type="date" required {...form.getInputProps('joinedOn')} />
      <PlaceFields form={form} />
    </FormDrawer>
  );
}
