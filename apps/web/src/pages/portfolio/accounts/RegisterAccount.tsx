import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { useNavigateTenant } from '~/app/address';
import { announce, FormDrawer } from '~/ui';
import { t } from '../texts';
import { AccountFields, type AccountFacts, factRules, factsOf, noFacts } from './AccountFields';

interface Values extends AccountFacts {
  code: string;
}

export function RegisterAccount({ onClose }: { onClose: () => void }) {
  const register = useCommand('post', '/api/t/{tenant}/accounts');
  const go = useNavigateTenant();
  const form = useForm<Values>({
    initialValues: { code: '', ...noFacts },
    validateInputOnChange: true,
    validate: {
      ...factRules,
      code: (code) => (/^[a-z0-9][a-z0-9._-]{0,19}$/i.test(code.trim()) ? null : t('rule.code')),
    },
  });
  const save = async (values: Values) => {
    const { id } = await register.mutateAsync({ body: factsOf(values) });
    announce(t('register.done', { name: values.name }));
    go(`portfolio/${id}`);
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={t('register.open')}
      submitText={t('register.submit')}
      form={form}
      onSubmit={save}
    >
      <TextInput
        label={t('account.code')}
        description={t('account.codeHelp')}
        required
        {...form.getInputProps('code')}
      />
      <AccountFields form={form} />
    </FormDrawer>
  );
}
