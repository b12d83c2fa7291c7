import { type KeyboardEvent, useRef, useState } from 'react';
import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { usePeople } from '~/ui';
import { withIds } from './people-in-words';
import { t } from './texts';

interface ComposerProps {
  id?: string;
  label: string;
  initial?: string;
  autoFocus?: boolean;
  pending: boolean;
  /** What the words may become, the first by Ctrl-Enter. */
  choices: readonly { text: string; onSend: (text: string) => Promise<unknown> }[];
  onCancel?: () => void;
}

/** Words with the people they name. Escape leaves the field. */
export function Composer({ id, label, initial = '', autoFocus, pending, choices, onCancel }: ComposerProps) {
  const people = usePeople();
  const field = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState(initial);
  const send = async (onSend: (text: string) => Promise<unknown>) => {
    if (!words.trim()) return;
    await onSend(withIds(words.trim(), people));
    setWords('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Escape') return onCancel ? onCancel() : event.currentTarget.blur();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send(choices[0]!.onSend);
  };
  const name = (personName: string) => {
    if (!personName) return;
    setWords((before) => `${before}${before && !/\s$/.test(before) ? ' ' : ''}@${personName} `);
    field.current?.focus();
  };
  return (
    <Stack gap="xs">
      <Textarea
        id={id}
        ref={field}
        label={label}
        description={t('talk.help')}
        autosize
        minRows={2}
        maxLength={5_000}
        data-autofocus={autoFocus}
        autoFocus={autoFocus}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Group gap="xs">
        <NativeSelect
          aria-label={t('talk.name')}
          size="xs"
          value=""
          onChange={(event) => name(event.target.value)}
          data={[{ value: '', label: `${t('talk.name')} …` }, ...[...people.values()].sort()]}
        />
        {choices.map(({ text, onSend }, index) => (
          <Button
            key={text}
            size="compact-sm"
            variant={index === 0 ? 'filled' : 'default'}
            disabled={!words.trim()}
            loading={pending}
            onClick={() => void send(onSend)}
          >
            {text}
          </Button>
        ))}
        {onCancel && (
          <Button size="compact-sm" variant="subtle" onClick={onCancel}>
            {t('talk.cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
