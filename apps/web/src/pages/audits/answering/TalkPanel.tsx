import { Text } from '@mantine/core';
import { useCommand } from '~/api/use-command';
import { useRead } from '~/api/use-read';
import { useCanChange } from '~/app/tenant';
import { announce } from '~/ui';
import classes from './Answering.module.css';
import { Composer } from './Composer';
import { Said } from './Said';
import { t } from './texts';

export const talkField = 'answer-talk';

interface TalkPanelProps {
  auditId: string;
  actionId: string;
}

/** What people say and ask about one action; it goes on after the sign-off. */
export function TalkPanel({ auditId, actionId }: TalkPanelProps) {
  const path = { auditId, actionId };
  const { data } = useRead('/api/t/{tenant}/audits/{auditId}/discussion/{actionId}', { path });
  const say = useCommand('post', '/api/t/{tenant}/audits/{auditId}/discussion/{actionId}');
  const may = useCanChange('assessment.discuss');
  const items = data?.items ?? [];
  const send = (kind: 'comment' | 'question', answers?: string) => async (text: string) => {
    await say.mutateAsync({ path, body: { text, kind, ...(answers ? { answers } : {}) } });
    announce(t('talk.done'));
  };
  return (
    <section aria-label={t('talk.title')} className={classes['talk']}>
      <Text size="sm" fw={500}>
        {t('talk.title')}
      </Text>
      {data && items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('talk.none')}
        </Text>
      )}
      <ul className={classes['plain']}>
        {items
          .filter(({ answers }) => answers === null)
          .map((comment) => (
            <Said
              key={comment.id}
              place={path}
              comment={comment}
              answers={items.filter(({ answers }) => answers === comment.id)}
              may={may}
              onAnswer={send('comment', comment.id)}
              answering={say.isPending}
            />
          ))}
      </ul>
      {may && (
        <Composer
          id={talkField}
          label={t('talk.words')}
          pending={say.isPending}
          choices={[
            { text: t('talk.comment'), onSend: send('comment') },
            { text: t('talk.ask'), onSend: send('question') },
          ]}
        />
      )}
    </section>
  );
}
