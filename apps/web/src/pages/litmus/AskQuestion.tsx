import { type KeyboardEvent, useState } from 'react';
import { Button, Text, Textarea } from '@mantine/core';
import { singleKeysOn } from '~/app/hotkey';
import type { Draft } from './draft';
import { type Choice, choices, type Question } from './litmus';
import classes from './litmus.module.css';
import { RecordLine } from './RecordLine';
import { t } from './texts';

const keys: Readonly<Record<string, Choice>> = { y: 'yes', n: 'no', a: 'ambivalent' };

interface AskQuestionProps {
  question: Question;
  draft: Draft;
  accountId?: string;
  first: boolean;
  onSay: (draft: Draft) => void;
  /** Answered by a key: the next question may have the focus. */
  onKeyed: () => void;
}

/** One question of the form: three choices, a note, and what the record says to the choice. */
export function AskQuestion({ question, draft, accountId, first, onSay, onKeyed }: AskQuestionProps) {
  const { label, help, record } = question;
  const [noting, setNoting] = useState(draft.note !== '');
  const say = (answer: Choice) => onSay({ ...draft, answer });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const answer = keys[event.key.toLowerCase()];
    const typing = (event.target as HTMLElement).tagName === 'TEXTAREA';
    if (!answer || typing || event.ctrlKey || event.metaKey || event.altKey || !singleKeysOn()) return;
    event.preventDefault();
    say(answer);
    onKeyed();
  };
  return (
    <fieldset className={classes['ask']} onKeyDown={onKeyDown}>
      <legend>{label}</legend>
      <Text size="sm" c="dimmed">
        {help}
      </Text>
      <div className={classes['choices']}>
        {choices.map((choice, index) => (
          <button
            key={choice}
            type="button"
            aria-pressed={draft.answer === choice}
            aria-keyshortcuts={choice.charAt(0).toUpperCase()}
            data-autofocus={(first && index === 0) || undefined}
            onClick={() => say(choice)}
          >
            {t(`answer.${choice}`)}
          </button>
        ))}
      </div>
      <RecordLine record={record} answer={draft.answer ?? null} accountId={accountId} />
      {noting || draft.note !== '' ? (
        <Textarea
          label={t('take.note')}
          autosize
          minRows={1}
          maxLength={2000}
          mt="xs"
          value={draft.note}
          onChange={(event) => onSay({ ...draft, note: event.target.value })}
        />
      ) : (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setNoting(true)}>
          {t('take.addNote')}
        </Button>
      )}
    </fieldset>
  );
}
