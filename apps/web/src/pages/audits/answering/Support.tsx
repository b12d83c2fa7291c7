import { useId, useState } from 'react';
import { ActionIcon, Anchor, Button, Group, SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Answer } from '../audit';
import classes from './Answering.module.css';
import { t } from './texts';

export const linkField = 'answer-link';

export const confidences = ['low', 'medium', 'high'] as const;
type Confidence = (typeof confidences)[number];

interface SupportProps {
  answer: Answer | undefined;
  readOnly: boolean;
  onSay: (answer: Answer) => void;
}

/** How sure the assessor is of the judgement. */
export function ConfidenceField({ answer, readOnly, onSay }: SupportProps) {
  const label = useId();
  if (!answer || (readOnly && !answer.confidence)) return null;
  return (
    <div>
      <Text size="sm" fw={500} id={label}>
        {t('confidence.label')}
      </Text>
      <SegmentedControl
        size="xs"
        aria-labelledby={label}
        readOnly={readOnly}
        value={answer.confidence ?? ''}
        onChange={(value) => onSay({ ...answer, confidence: value as Confidence })}
        data={confidences.map((value) => ({ value, label: t(`confidence.${value}`) }))}
      />
    </div>
  );
}

/** Pages and documents that show what the answer says; Enter adds one. */
export function LinksField({ answer, readOnly, onSay }: SupportProps) {
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [invalid, setInvalid] = useState(false);
  const links = answer?.links ?? [];
  if (readOnly && links.length === 0) return null;
  const add = () => {
    if (!answer || !url.trim()) return;
    if (!/^https?:\/\/\S+$/.test(url.trim())) return setInvalid(true);
    onSay({ ...answer, links: [...links, { url: url.trim(), ...(title.trim() ? { title: title.trim() } : {}) }] });
    setUrl('');
    setTitle('');
  };
  return (
    <section aria-label={t('links.title')}>
      <Text size="sm" fw={500}>
        {t('links.title')}
      </Text>
      {links.length > 0 && (
        <ul className={classes['plain']}>
          {links.map((link, index) => (
            <li key={`${link.url} ${index}`}>
              <Anchor href={link.url} target="_blank" rel="noreferrer noopener">
                {link.title ?? link.url}
              </Anchor>
              {!readOnly && answer && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="sm"
                  aria-label={t('links.remove', { name: link.title ?? link.url })}
                  onClick={() => onSay({ ...answer, links: links.toSpliced(index, 1) })}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && answer && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <Group gap="xs" align="start" wrap="wrap">
            <TextInput
              id={linkField}
              aria-label={t('links.url')}
              placeholder="https://"
              type="url"
              maxLength={2_000}
              value={url}
              error={invalid && t('links.invalid')}
              onChange={(event) => {
                setUrl(event.target.value);
                setInvalid(false);
              }}
              onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
              flex="1 1 9rem"
              aria-keyshortcuts="L"
            />
            <TextInput
              aria-label={t('links.name')}
              placeholder={t('links.name')}
              maxLength={200}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
              onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
              flex="1 1 9rem"
            />
            <Button type="submit" variant="default" disabled={!url.trim()}>
              {t('links.add')}
            </Button>
          </Group>
        </form>
      )}
    </section>
  );
}
