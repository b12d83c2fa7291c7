import { Textarea, type TextareaProps } from '@mantine/core';
import { t } from '~/i18n';

/** Why a change is made. Takes what `form.getInputProps('reason')` gives. */
export function ReasonField(props: TextareaProps) {
  return (
    <Textarea
      label={t('form.reason')}
      description={t('form.reasonHelp')}
      autosize
      minRows={2}
      maxLength={2000}
      required
      {...props}
    />
  );
}

/** Rule for a form's `validate`: a reason must be there. */
export const reasonRule = (reason: string): string | null => (reason.trim() ? null : t('form.reasonMissing'));
