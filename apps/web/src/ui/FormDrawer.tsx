import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { Alert, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { ApiProblem } from '~/api/problem';
import { t } from '~/i18n';
import { problemText } from './problem-text';
import { useReturnFocus } from './use-return-focus';

interface FormDrawerProps<Values extends Record<string, unknown>> {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** From @mantine/form; the fields' names are those of the command's body, so that refusals find their field. */
  form: UseFormReturnType<Values>;
  /** Sends the command, usually `command.mutateAsync`. The drawer closes when it was carried out. */
  onSubmit: (values: Values) => Promise<unknown>;
  submitText?: string;
  /** While there is nothing to send yet, such as before a preview. */
  submitDisabled?: boolean;
  /** What a far-reaching command will do, in numbers: "12 accounts move, 3 lose their sponsor." */
  effect?: ReactNode;
  children: ReactNode;
}

/** A form beside the page. Ctrl-Enter submits; leaving with something typed asks first. */
export function FormDrawer<Values extends Record<string, unknown>>(props: FormDrawerProps<Values>) {
  const {
    opened,
    onClose,
    title,
    form,
    onSubmit,
    submitText = t('form.save'),
    submitDisabled,
    effect,
    children,
  } = props;
  const [problem, setProblem] = useState<ApiProblem>();
  const [sending, setSending] = useState(false);
  const [leaving, setLeaving] = useState(false);
  useReturnFocus(opened);

  const close = () => {
    form.reset();
    setProblem(undefined);
    setLeaving(false);
    onClose();
  };
  const send = async (values: Values, element: HTMLFormElement) => {
    setSending(true);
    setProblem(undefined);
    try {
      await onSubmit(values);
      close();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(placeErrors(form, error) ? undefined : error);
      focusFirstInvalid(element);
    } finally {
      setSending(false);
    }
  };
  const submit = (submitted: FormEvent<HTMLFormElement>) => {
    const element = submitted.currentTarget;
    if (sending) return submitted.preventDefault();
    form.onSubmit(
      (values) => send(values, element),
      () => focusFirstInvalid(element),
    )(submitted);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
  };

  return (
    <Drawer
      opened={opened}
      onClose={() => (form.isDirty() ? setLeaving(!leaving) : close())}
      title={title}
      size={480}
      closeButtonProps={{ 'aria-label': t('form.close') }}
    >
      <form onSubmit={submit} onKeyDown={onKeyDown} noValidate>
        <Stack gap="md">
          {problem && <ProblemAlert problem={problem} />}
          {children}
          {effect && <Alert color="yellow">{effect}</Alert>}
          {leaving ? (
            <Leaving onKeep={() => setLeaving(false)} onDiscard={close} />
          ) : (
            <Group justify="space-between">
              <Text size="xs" c="dimmed" visibleFrom="sm">
                {t('form.saveKeys')}
              </Text>
              <Group gap="xs" ml="auto">
                <Button variant="default" onClick={close}>
                  {t('form.cancel')}
                </Button>
                <Button type="submit" loading={sending} disabled={submitDisabled}>
                  {submitText}
                </Button>
              </Group>
            </Group>
          )}
        </Stack>
      </form>
    </Drawer>
  );
}

function ProblemAlert({ problem }: { problem: ApiProblem }) {
  const { title, text, id } = problemText(problem);
  return (
    <Alert color="red" title={title} role="alert">
      {text} {id}
    </Alert>
  );
}

function Leaving({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  return (
    <Alert color="yellow" title={t('form.unsaved')} role="alert">
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={onKeep}>
          {t('form.keep')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDiscard}>
          {t('form.discard')}
        </Button>
      </Group>
    </Alert>
  );
}

/** Puts each refusal beside its field. False where one belongs to no field of the form. */
function placeErrors<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  problem: ApiProblem,
): boolean {
  const names = Object.keys(form.getValues());
  const placed = problem.errors.filter(({ field }) => names.includes(field.split('.')[0] ?? ''));
  for (const { field, rule } of placed) form.setFieldError(field, rule);
  return problem.errors.length > 0 && placed.length === problem.errors.length;
}

function focusFirstInvalid(form: HTMLFormElement): void {
  // After the errors have been rendered.
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
