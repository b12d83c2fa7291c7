import { useState } from 'react';
import { Button, Drawer, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { day } from '~/i18n/format';
import { announce, Facts, FormDrawer, PersonName, ReasonField, reasonRule, usePeople } from '~/ui';
import { PairFields, pairValues } from './PairFields';
import { StanceMark } from './stances';
import { t as contactTexts } from '../contacts/texts';
import { t } from './texts';
import { type MappedContact, nameOf, type Pair } from './use-relationships';

const path = '/api/t/{tenant}/accounts/{accountId}/contacts/{contactId}/relationships/{personId}';

interface PairDrawerProps {
  accountId: string;
  mayChange: boolean;
  contact: MappedContact;
  pair: Pair;
  onClose: () => void;
}

/** Two people who know each other, and what may be recorded of that. */
export function PairDrawer({ accountId, mayChange, contact, pair, onClose }: PairDrawerProps) {
  const [doing, setDoing] = useState<'change' | 'end'>();
  const people = usePeople();
  const back = () => setDoing(undefined);
  const title = t('changeTitle', { person: people.get(pair.personId) ?? '', contact: nameOf(contact) });
  const ids = { accountId, contactId: contact.id, personId: pair.personId };
  if (doing === 'change') return <Change {...{ ids, pair, title }} onClose={back} />;
  if (doing === 'end') return <End {...{ ids, title }} onClose={onClose} />;
  return (
    <Drawer opened onClose={onClose} title={title} size={480}>
      <Stack>
        <Facts
          facts={[
            { label: t('strength'), value: t(`strength.${pair.strength}`) },
            { label: t('stance'), value: <StanceMark stance={pair.stance} /> },
            { label: t('influence'), value: t(`influence.${contact.influence ?? 'unsaid'}`) },
            { label: t('owner'), value: pair.ownerId ? <PersonName id={pair.ownerId} /> : t('nobody') },
            { label: t('lastContact'), value: pair.lastContactOn ? day(pair.lastContactOn) : t('never') },
            ...(pair.note ? [{ label: t('note'), value: pair.note }] : []),
          ]}
        />
        {mayChange && (
          <Group>
            <Button onClick={() => setDoing('change')}>{t('change')}</Button>
            <Button variant="default" onClick={() => setDoing('end')}>
              {t('end')}
            </Button>
          </Group>
        )}
      </Stack>
    </Drawer>
  );
}

interface DoingProps {
  ids: { accountId: string; contactId: string; personId: string };
  title: string;
  onClose: () => void;
}

function Change({ ids, pair, title, onClose }: DoingProps & { pair: Pair }) {
  const set = useCommand('put', path);
  const form = useForm({
    initialValues: { ...pairValues(pair), reason: '' },
    validate: { reason: reasonRule },
  });
  const save = async ({ ownerId, ...body }: typeof form.values) => {
    await set.mutateAsync({ path: ids, body: { ...body, ownerId: ownerId || null } });
    announce(t('changed'));
  };
  return (
    <FormDrawer opened onClose={onClose} title={title} form={form} onSubmit={save}>
      <PairFields form={form} />
      <ReasonField description={contactTexts('reasonHelp')} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

function End({ ids, title, onClose }: DoingProps) {
  const end = useCommand('post', `${path}/ending`);
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  const save = async (body: typeof form.values) => {
    await end.mutateAsync({ path: ids, body });
    announce(t('ended'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={`${t('end')}: ${title}`}
      form={form}
      onSubmit={save}
      submitText={t('end')}
    >
      <ReasonField data-autofocus description={contactTexts('reasonHelp')} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
