import { type KeyboardEvent, useState } from 'react';
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import type { Answer } from '../audit';
import { t } from '../texts';

export const evidenceField = 'answer-evidence';

/** Leaves the field on Escape, so that the single keys work again. */
const leave = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === 'Escape') event.currentTarget.blur();
};

interface EvidenceFieldsProps {
  answer: Answer | undefined;
  readOnly: boolean;
  onSay: (answer: Answer) => void;
}

/** Evidence and its date; saved when the field is left. */
export function EvidenceFields({ answer, readOnly, onSay }: EvidenceFieldsProps) {
  const [evidence, setEvidence] = useState(answer?.evidence ?? '');
  const [evidenceOn, setEvidenceOn] = useState(answer?.evidenceOn ?? '');
  const say = () => {
    if (!answer) return;
    const { evidence: before, evidenceOn: dated, ...judgement } = answer;
    if ((before ?? '') === evidence.trim() && (dated ?? '') === evidenceOn) return;
    onSay({
      ...judgement,
      ...(evidence.trim() ? { evidence: evidence.trim() } : {}),
      ...(evidenceOn ? { evidenceOn } : {}),
    });
  };
  return (
    <>
      <Textarea
        id={evidenceField}
        label={t('do.evidence')}
        description={answer ? t('do.evidenceHelp') : t('do.evidenceFirst')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        value={evidence}
        readOnly={readOnly || !answer}
        onChange={(event) => setEvidence(event.target.value)}
        onBlur={say}
        onKeyDown={leave}
        aria-keyshortcuts="E"
      />
      <TextInput
        type="date"
        label={t('do.evidenceOn')}
        value={evidenceOn}
        readOnly={readOnly || !answer}
        onChange={(event) => setEvidenceOn(event.target.value)}
        onBlur={say}
        onKeyDown={leave}
        maw={200}
      />
    </>
  );
}

interface AskProps {
  label: string;
  description?: string;
  saveText: string;
  discardText?: string;
  initial?: string;
  onSave: (words: string) => void;
  onDiscard: () => void;
}

/** Asks for the words without which an answer cannot be recorded. Ctrl-Enter saves, Escape discards. */
export function Ask({
  label,
  description,
  saveText,
  discardText = t('do.discard'),
  initial = '',
  onSave,
  onDiscard,
}: AskProps) {
  const [words, setWords] = useState(initial);
  const save = () => words.trim() && onSave(words.trim());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDiscard();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <Stack gap="xs">
      <Textarea
        label={label}
        description={description}
        required
        autoFocus
        autosize
        minRows={2}
        maxLength={2_000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Group gap="xs">
        <Button size="compact-md" onClick={save} disabled={!words.trim()}>
          {saveText}
        </Button>
        <Button size="compact-md" variant="default" onClick={onDiscard}>
          {discardText}
        </Button>
      </Group>
    </Stack>
  );
}
