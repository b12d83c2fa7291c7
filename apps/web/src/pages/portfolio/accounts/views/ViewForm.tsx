import { Button, Checkbox, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '~/api/use-command';
import { announce, FormDrawer } from '~/ui';
import { t } from './texts';
import type { View } from './use-views';

interface ViewFormProps {
  /** Undefined: what is shown now becomes a new one. */
  view: View | undefined;
  present: { query: string; columns: string[] | null };
  onClose: () => void;
  onKept: (viewId: string) => void;
  onDeleted: () => void;
}

/** Name of a view, who has it, and whether the list opens with it; of a view that others share only the last. */
export function ViewForm({ view, present, onClose, onKept, onDeleted }: ViewFormProps) {
  const save = useCommand('post', '/api/t/{tenant}/list-views');
  const change = useCommand('patch', '/api/t/{tenant}/list-views/{viewId}');
  const choose = useCommand('put', '/api/t/{tenant}/list-views/default');
  const remove = useCommand('post', '/api/t/{tenant}/list-views/{viewId}/deletion');
  const own = !view || view.own;
  const form = useForm({
    initialValues: { name: view?.name ?? '', shared: view?.shared ?? false, opens: view?.opens ?? false },
    validate: { name: (name) => (name.trim() ? null : t('name.rule')) },
  });
  const submit = async ({ name, shared, opens }: typeof form.values) => {
    const viewId = view
      ? view.id
      : (await save.mutateAsync({ body: { list: 'accounts', name, shared, ...present } })).id;
    if (view?.own) await change.mutateAsync({ path: { viewId }, body: { name, shared } });
    if (opens !== (view?.opens ?? false)) {
      await choose.mutateAsync({ body: { list: 'accounts', viewId: opens ? viewId : null } });
    }
    announce(t('saved', { name }));
    onKept(viewId);
  };
  const drop = async ({ id, name }: View) => {
    await remove.mutateAsync({ path: { viewId: id }, body: { list: 'accounts' } });
    announce(t('deleted', { name }));
    onDeleted();
    onClose();
  };
  return (
    <FormDrawer
      opened
      onClose={onClose}
      title={view ? t('form.change', { name: view.name }) : t('form.title')}
      form={form}
      onSubmit={submit}
    >
      {own && <TextInput label={t('name')} required data-autofocus maxLength={80} {...form.getInputProps('name')} />}
      {!view && (
        <Text size="sm" c="dimmed">
          {t('what')}
        </Text>
      )}
      {own && <Checkbox label={t('share')} {...form.getInputProps('shared', { type: 'checkbox' })} />}
      <Checkbox label={t('default')} {...form.getInputProps('opens', { type: 'checkbox' })} />
      {view?.own && (
        <Button variant="default" loading={remove.isPending} onClick={() => void drop(view)}>
          {t('delete')}
        </Button>
      )}
    </FormDrawer>
  );
}
