import { useRef, useState } from 'react';
import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import type { ApiProblem } from '~/api/problem';
import type { ReadAnswer } from '~/api/types';
import { useCommand } from '~/api/use-command';
import { useDownload } from '~/api/use-download';
import { useUpload } from '~/api/use-upload';
import { day } from '~/i18n/format';
import { announce, Moment, PersonName } from '~/ui';
import { problemText } from '~/ui/problem-text';
import classes from './Answering.module.css';
import { Ask } from './Fields';
import { refusalText, sizeText } from './file-text';
import { t } from './texts';

type EvidenceFile = ReadAnswer<'/api/t/{tenant}/audits/{auditId}/files'>['items'][number];
type Revision = EvidenceFile['revisions'][number];

interface FileLineProps {
  auditId: string;
  file: EvidenceFile;
  readOnly: boolean;
}

const files = '/api/t/{tenant}/audits/{auditId}/answers/{actionId}/files/{fileId}';

/** One file as it stands, with its revisions, and what may be done with it. */
export function FileLine({ auditId, file, readOnly }: FileLineProps) {
  const { fileId, actionId, revisions, withdrawn } = file;
  const latest = revisions.at(-1)!;
  const earlier = revisions.slice(0, -1).reverse();
  const chooser = useRef<HTMLInputElement>(null);
  const [asks, setAsks] = useState<'replace' | 'withdraw'>();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const withdraw = useCommand('post', `${files}/withdrawal`);
  const revise = useUpload(`${files}/revisions`);
  const path = { auditId, actionId, fileId };

  const carryOut = async (work: Promise<unknown>, done: string) => {
    setAsks(undefined);
    setProblem(undefined);
    try {
      await work;
      announce(done);
    } catch (error) {
      const { title, text } = problemText(error as ApiProblem);
      setProblem(text ?? title);
    }
  };
  const replace = (chosen: File | undefined) => {
    if (!chosen) return;
    const refusal = refusalText(chosen);
    if (refusal) return setProblem(refusal);
    const { name, type } = chosen;
    const query = { name, reason, ...(type ? { mediaType: type } : {}) };
    void carryOut(revise.mutateAsync({ path, query, file: chosen }), t('files.replaced'));
  };

  return (
    <li className={classes['file']} data-withdrawn={withdrawn ? '' : undefined}>
      <RevisionLine auditId={auditId} fileId={fileId} revision={latest} />
      {withdrawn && <Text size="xs">{t('files.withdrawn', { reason: withdrawn.because })}</Text>}
      {earlier.length > 0 && (
        <details className={classes['scale']}>
          <summary>{t('files.earlier', { n: earlier.length })}</summary>
          {earlier.map((revision) => (
            <RevisionLine key={revision.revision} auditId={auditId} fileId={fileId} revision={revision} />
          ))}
        </details>
      )}
      {!readOnly && !withdrawn && !asks && (
        <Group gap="xs">
          <Button size="compact-xs" variant="subtle" loading={revise.isPending} onClick={() => setAsks('replace')}>
            {t('files.replace')}
          </Button>
          <Button size="compact-xs" variant="subtle" loading={withdraw.isPending} onClick={() => setAsks('withdraw')}>
            {t('files.withdraw')}
          </Button>
        </Group>
      )}
      {asks === 'replace' && (
        <Ask
          label={t('files.replaceWhy', { name: latest.name })}
          saveText={t('files.replaceSave')}
          discardText={t('files.keep')}
          onSave={(why) => {
            setReason(why);
            chooser.current?.click();
          }}
          onDiscard={() => setAsks(undefined)}
        />
      )}
      {asks === 'withdraw' && (
        <Ask
          label={t('files.withdrawWhy', { name: latest.name })}
          description={t('files.withdrawHelp')}
          saveText={t('files.withdraw')}
          discardText={t('files.keep')}
          onSave={(why) =>
            void carryOut(withdraw.mutateAsync({ path, body: { reason: why } }), t('files.withdrawnDone'))
          }
          onDiscard={() => setAsks(undefined)}
        />
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          replace(currentTarget.files?.[0]);
          currentTarget.value = '';
        }}
      />
      {problem && (
        <Text size="sm" c="red" role="alert">
          {problem}
        </Text>
      )}
    </li>
  );
}

function RevisionLine({ auditId, fileId, revision }: { auditId: string; fileId: string; revision: Revision }) {
  const download = useDownload();
  const { name, size, sha256, evidenceOn, addedBy, addedAt, reason } = revision;
  return (
    <div>
      <UnstyledButton
        className={classes['fileName']}
        onClick={() =>
          download.mutate({ path: `audits/${auditId}/files/${fileId}/${revision.revision}`, fileName: name })
        }
      >
        {name}
      </UnstyledButton>
      <Text size="xs" c="dimmed" component="div" title={t('files.hash', { hash: sha256 })}>
        {sizeText(size)}
        {revision.revision > 1 && ` · ${t('files.revision', { n: revision.revision })}`}
        {evidenceOn && ` · ${t('files.evidenceOn', { day: day(evidenceOn) })}`} · {t('files.recorded')}{' '}
        <Moment at={addedAt} />, <PersonName id={addedBy} />
        {reason && ` · ${t('files.because', { reason })}`}
      </Text>
    </div>
  );
}
