import { useState } from 'react';
import { Button, Skeleton } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { useAddressState } from '~/app/address-state';
import { useCanChange } from '~/app/tenant';
import { AssessmentNav } from '~/pages/audits/AssessmentNav';
import { ErrorState, Page } from '~/ui';
import { CatalogueToolbar } from './CatalogueToolbar';
import { Changes } from './Changes';
import { Headings } from './Headings';
import { ImportWordsDrawer } from './ImportWordsDrawer';
import { ItemTable } from './ItemTable';
import { StreamView } from './StreamView';
import { t } from './texts';
import { ThresholdDrawer } from './ThresholdDrawer';
import { useWords } from './use-words';
import { useAnswer, useChosenVersion } from './use-chosen';
import { WordsDrawer } from './WordsDrawer';

/** What does good look like, at each level? */
export default function CataloguePage() {
  const [kind] = useAddressState('kind', 'phase-audit');
  const [read] = useAddressState('read');
  const isAudit = kind === 'phase-audit';
  const version = useChosenVersion();
  const { words, error, refetch } = useWords(kind, version);
  const settings = useRead('/api/t/{tenant}/assessment-settings').data;
  const mayChange = useCanChange('assessment.configure');
  const [editing, setEditing] = useState<string>();
  const [setting, setSetting] = useState(false);
  const [importing, setImporting] = useState(false);
  const answer = useAnswer(words);
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const edit = mayChange ? setEditing : undefined;
  return (
    <Page
      title={t('title')}
      section={<AssessmentNav />}
      answer={answer}
      subject={{ type: 'catalogue-words', id: kind }}
      facts={
        isAudit && settings
          ? [{ label: t('threshold'), value: t('threshold.value', { n: settings.threshold }) }]
          : undefined
      }
      actions={
        mayChange && (
          <>
            <Button variant="default" onClick={() => setImporting(true)}>
              {t('import.open')}
            </Button>
            {isAudit && (
              <Button variant="default" onClick={() => setSetting(true)}>
                {t('threshold.change')}
              </Button>
            )}
          </>
        )
      }
    >
      <CatalogueToolbar words={words} />
      {!words ? (
        <Skeleton h={480} />
      ) : (
        <>
          {isAudit && read === 'changes' && <Changes />}
          {isAudit && read !== 'changes' && <StreamView words={words} onEdit={edit} />}
          {!isAudit && <ItemTable words={words} onEdit={edit} />}
          {read !== 'changes' && <Headings words={words} onEdit={edit} />}
          {importing && <ImportWordsDrawer words={words} onClose={() => setImporting(false)} />}
          {editing && (
            <WordsDrawer key={editing} words={words} itemId={editing} onClose={() => setEditing(undefined)} />
          )}
        </>
      )}
      {setting && settings && <ThresholdDrawer settings={settings} onClose={() => setSetting(false)} />}
    </Page>
  );
}
