import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button, Drawer, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { localDay } from '~/app/local-moment';
import { day } from '~/i18n/format';
import { announce, Facts, FormDrawer, PersonName, ReasonField, reasonRule } from '~/ui';
import { ContactForm } from './ContactForm';
import { type Contact, shownName } from './ContactsTab';
import { Meetings } from './Meetings';
import { t } from './texts';

const HistoryDrawer = lazy(() => import('~/ui/HistoryDrawer'));

type Doing = 'change' | 'meet' | 'leave' | 'erase' | 'history';
const path = '/api/t/{tenant}/accounts/{accountId}/contacts/{contactId}';

interface ContactDrawerProps {
  contact: Contact;
  mayChange: boolean;
  onClose: () => void;
}

/** One person at the customer, and what may be recorded of them. */
export function ContactDrawer({ contact, mayChange, onClose }: ContactDrawerProps) {
  const [doing, setDoing] = useState<Doing>();
  const back = () => setDoing(undefined);
  const stay = useCommand('put', `${path}/leaving`);
  const ids = { accountId: contact.accountId, contactId: contact.id };
  const name = shownName(contact);
  const isBack = async () => {
    await stay.mutateAsync({ path: ids, body: { leftOn: null } });
    announce(t('backDone', { name }));
  };
  if (doing === 'change') return <ContactForm accountId={contact.accountId} contact={contact} onClose={back} />;
  if (doing === 'meet') return <Met ids={ids} name={name} onClose={back} />;
  if (doing === 'leave') return <Left ids={ids} name={name} onClose={back} />;
  if (doing === 'erase') return <Erased ids={ids} name={name} onClose={back} />;
  if (doing === 'history') {
    return (
      <Suspense>
        <HistoryDrawer subject={{ type: 'contact', id: contact.id }} title={name} onClose={back} />
      </Suspense>
    );
  }
  return (
    <Drawer opened onClose={onClose} title={name} size={480}>
      <Stack>
        <Facts facts={factsOf(contact)} />
        <Meetings accountId={contact.accountId} contactId={contact.id} />
        <Group>
          <Button variant="default" onClick={() => setDoing('history')}>
            {t('history')}
          </Button>
        </Group>
        {mayChange && !contact.erased && (
          <Group>
            <Button onClick={() => setDoing('meet')}>{t('meet')}</Button>
            <Button variant="default" onClick={() => setDoing('change')}>
              {t('change')}
            </Button>
            {contact.leftOn ? (
              <Button variant="default" loading={stay.isPending} onClick={() => void isBack()}>
                {t('back')}
              </Button>
            ) : (
              <Button variant="default" onClick={() => setDoing('leave')}>
                {t('leave')}
              </Button>
            )}
            <Button variant="default" c="red" onClick={() => setDoing('erase')}>
              {t('erase')}
            </Button>
          </Group>
        )}
      </Stack>
    </Drawer>
  );
}

function factsOf(contact: Contact) {
  const { level, influence, jobTitle, email, phone, lastContactOn, lastContactBy, leftOn, purpose, keepUntil } =
    contact;
  const facts: [string, ReactNode][] = [
    [t('level'), t(`level.${level}`)],
    [t('influence'), influence && t(`influence.${influence}`)],
    [t('jobTitle'), jobTitle],
    [t('function'), contact.function],
    [t('email'), email],
    [t('phone'), phone],
    [
      t('lastContact'),
      lastContactOn && (
        <>
          {day(lastContactOn)}
          {lastContactBy && ', '}
          {lastContactBy && <PersonName id={lastContactBy} />}
        </>
      ),
    ],
    [t('leftOn'), leftOn && day(leftOn)],
    [t('purpose'), purpose],
    [t('keepUntil'), keepUntil && day(keepUntil)],
  ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

interface DoingProps {
  ids: { accountId: string; contactId: string };
  name: string;
  onClose: () => void;
}

function Met({ ids, name, onClose }: DoingProps) {
  const meet = useCommand('post', `${path}/meetings`);
  const form = useForm({ initialValues: { metOn: localDay(), note: '' } });
  const save = async (body: typeof form.values) => {
    await meet.mutateAsync({ path: ids, body });
    announce(t('met', { name }));
  };
  return (
    <FormDrawer opened onClose={onClose} title={`${t('meet')}: ${name}`} form={form} onSubmit={save}>
      <TextInput label={t('metOn')} type="date" required data-autofocus {...form.getInputProps('metOn')} />
      <TextInput label={t('note')} {...form.getInputProps('note')} />
    </FormDrawer>
  );
}

function Left({ ids, name, onClose }: DoingProps) {
  const leave = useCommand('put', `${path}/leaving`);
  const form = useForm({ initialValues: { leftOn: localDay(), reason: '' } });
  const save = async (body: typeof form.values) => {
    await leave.mutateAsync({ path: ids, body });
    announce(t('leftDone', { name }));
  };
  return (
    <FormDrawer opened onClose={onClose} title={t('leaveTitle', { name })} form={form} onSubmit={save}>
      <TextInput label={t('leftOn')} type="date" required data-autofocus {...form.getInputProps('leftOn')} />
      <ReasonField required={false} description={t('reasonHelp')} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}

function Erased({ ids, name, onClose }: DoingProps) {
  const erase = useCommand('post', `${path}/erasure`);
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: reasonRule } });
  const save = async (body: typeof form.values) => {
    await erase.mutateAsync({ path: ids, body });
    announce(t('eraseDone'));
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('eraseTitle', { name })}
      effect={t('eraseEffect')}
      form={form}
      onSubmit={save}
    >
      <ReasonField description={t('reasonHelp')} {...form.getInputProps('reason')} />
    </FormDrawer>
  );
}
