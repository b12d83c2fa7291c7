import { useState } from 'react';
import { Badge, Button, Group, Text } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useCommand } from '~/api/use-command';
import { useTenantMe } from '~/app/tenant';
import { t as frame } from '~/i18n';
import { Moment, PersonName, usePeople } from '~/ui';
import { piecesOf, withNames } from '~/ui/mentions';
import classes from './Answering.module.css';
import { Composer } from './Composer';
import { Ask } from './Fields';
import { t } from './texts';

type Comment = ReadAnswer<'/api/t/{tenant}/audits/{auditId}/discussion/{actionId}'>['items'][number];

interface SaidProps {
  place: { auditId: string; actionId: string };
  comment: Comment;
  answers?: readonly Comment[];
  may: boolean;
  onAnswer?: (text: string) => Promise<unknown>;
  answering?: boolean;
}

const route = '/api/t/{tenant}/audits/{auditId}/discussion/{actionId}/{commentId}';

/** A comment or question with its answers, and what may be done with it. */
export function Said({ place, comment, answers = [], may, onAnswer, answering = false }: SaidProps) {
  const { person, roles } = useTenantMe();
  const people = usePeople();
  const [doing, setDoing] = useState<'edit' | 'answer' | 'withdraw' | 'reopen'>();
  const edit = useCommand('put', route);
  const withdraw = useCommand('post', `${route}/withdrawal`);
  const settle = useCommand('put', `${route}/resolution`);
  const path = { ...place, commentId: comment.id };
  const nameOf = (personId: string) => people.get(personId) ?? frame('person.unknown');
  const stop = () => setDoing(undefined);
  const then = (work: Promise<unknown>) => work.then(stop);
  const question = comment.kind === 'question';
  const own = comment.author === person.id;
  const settles = question && (own || roles.includes('programme-lead'));
  const action = (text: string, onClick: () => void) => (
    <Button size="compact-xs" variant="subtle" onClick={onClick}>
      {text}
    </Button>
  );

  return (
    <li className={classes['said']} data-question={question || undefined}>
      <Group gap="xs">
        <Text size="xs" c="dimmed" component="div">
          <PersonName id={comment.author} />, <Moment at={comment.at} />
        </Text>
        {question && !comment.withdrawn && (
          <Badge size="sm" variant="light" color={comment.resolved ? 'gray' : 'orange'}>
            {t('talk.question')}: {t(comment.resolved ? 'talk.resolved' : 'talk.open')}
          </Badge>
        )}
      </Group>
      {comment.withdrawn ? (
        <Text size="sm" c="dimmed" fs="italic">
          {t('talk.withdrawn', { reason: comment.withdrawn.because })}
        </Text>
      ) : doing === 'edit' ? (
        <Composer
          label={t('talk.words')}
          initial={withNames(comment.text, nameOf)}
          autoFocus
          pending={edit.isPending}
          choices={[{ text: t('talk.save'), onSend: (text) => then(edit.mutateAsync({ path, body: { text } })) }]}
          onCancel={stop}
        />
      ) : (
        <Text size="sm" className={classes['words']}>
          {piecesOf(comment.text).map(({ text, personId }, index) =>
            personId ? <strong key={index}>@{nameOf(personId)}</strong> : text,
          )}
        </Text>
      )}
      {comment.earlier.length > 0 && (
        <details className={classes['scale']}>
          <summary>{t('talk.edited')}</summary>
          {comment.earlier.map(({ text, until }) => (
            <Text key={until} size="xs" c="dimmed" component="div">
              <Moment at={until} />: {withNames(text, nameOf)}
            </Text>
          ))}
        </details>
      )}
      {answers.length > 0 && (
        <ul className={classes['plain']}>
          {answers.map((answer) => (
            <Said key={answer.id} place={place} comment={answer} may={may} />
          ))}
        </ul>
      )}
      {may && !comment.withdrawn && doing === undefined && (
        <Group gap={2}>
          {question && !comment.resolved && action(t('talk.answer'), () => setDoing('answer'))}
          {settles &&
            !comment.resolved &&
            action(t('talk.settle'), () => settle.mutate({ path, body: { resolved: true } }))}
          {settles && comment.resolved && action(t('talk.reopen'), () => setDoing('reopen'))}
          {own && action(t('talk.edit'), () => setDoing('edit'))}
          {own && action(t('talk.withdraw'), () => setDoing('withdraw'))}
        </Group>
      )}
      {doing === 'answer' && onAnswer && (
        <Composer
          label={t('talk.answerTo', { who: nameOf(comment.author) })}
          autoFocus
          pending={answering}
          choices={[{ text: t('talk.answer'), onSend: (text) => then(onAnswer(text)) }]}
          onCancel={stop}
        />
      )}
      {doing === 'withdraw' && (
        <Ask
          label={t('talk.withdrawWhy')}
          saveText={t('talk.withdraw')}
          discardText={t('talk.cancel')}
          onSave={(reason) => void then(withdraw.mutateAsync({ path, body: { reason } }))}
          onDiscard={stop}
        />
      )}
      {doing === 'reopen' && (
        <Ask
          label={t('talk.reopenWhy')}
          saveText={t('talk.reopen')}
          discardText={t('talk.cancel')}
          onSave={(reason) => void then(settle.mutateAsync({ path, body: { resolved: false, reason } }))}
          onDiscard={stop}
        />
      )}
    </li>
  );
}
