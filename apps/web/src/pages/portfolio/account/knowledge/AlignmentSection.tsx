import { lazy, Suspense, useState } from 'react';
import { Button } from '@mantine/core';
import { localDay } from '~/app/local-moment';
import { day, number } from '~/i18n/format';
import { type Column, DataTable, Day, EmptyState } from '~/ui';
import { means } from './alignment-gap';
import { AlignmentChart } from './AlignmentChart';
import { ReviewForm } from './ReviewForm';
import { Section } from './Section';
import { t } from './texts';
import type { PartProps, Review } from './use-knowledge';

const HistoryDrawer = lazy(() => import('~/ui/HistoryDrawer'));
const shown = (mean: number | undefined) => (mean === undefined ? '–' : number(mean));

const columns: Column<Review>[] = [
  { id: 'heldOn', header: t('heldOn'), value: ({ heldOn }) => heldOn, cell: ({ heldOn }) => <Day on={heldOn} /> },
  {
    id: 'ours',
    header: t('weSay'),
    value: (review) => means(review.scores).ours,
    cell: (review) => shown(means(review.scores).ours),
    numeric: true,
  },
  {
    id: 'theirs',
    header: t('theySay'),
    value: (review) => means(review.scores).theirs,
    cell: (review) => shown(means(review.scores).theirs),
    numeric: true,
  },
  { id: 'note', header: t('agreed'), value: ({ note }) => note, hideOnPhone: true },
  {
    id: 'nextOn',
    header: t('nextOn'),
    value: ({ nextOn }) => nextOn,
    cell: ({ nextOn }) => (nextOn ? <Day on={nextOn} /> : '–'),
  },
];

export function AlignmentSection({ accountId, mayChange, reviews }: PartProps & { reviews: Review[] }) {
  const [doing, setDoing] = useState<'record' | { correct: string } | { history: string }>();
  const latest = reviews[0];
  const record = mayChange && (
    <Button variant="default" onClick={() => setDoing('record')}>
      {t('review')}
    </Button>
  );
  const close = () => setDoing(undefined);
  const corrected =
    typeof doing === 'object' && 'correct' in doing && reviews.find((one) => one.reviewId === doing.correct);
  return (
    <Section title={t('alignment')} lead={t('alignmentLead')} actions={latest && record}>
      {latest && <AlignmentChart review={latest} sentence={`${saidBy(latest)} ${next(latest)}`} />}
      <DataTable
        caption={t('alignment')}
        columns={columns}
        rows={reviews}
        rowKey={({ reviewId }) => reviewId}
        onOpen={({ reviewId, accountId: of }) =>
          setDoing(mayChange && of === accountId ? { correct: reviewId } : { history: reviewId })
        }
        defaultSort="-heldOn"
        empty={<EmptyState title={t('alignmentNone')} text={t('alignmentNoneText')} action={record} />}
      />
      {doing === 'record' && <ReviewForm accountId={accountId} before={latest} onClose={close} />}
      {corrected && (
        <ReviewForm
          accountId={accountId}
          review={corrected}
          onHistory={() => setDoing({ history: corrected.reviewId })}
          onClose={close}
        />
      )}
      {typeof doing === 'object' && 'history' in doing && (
        <Suspense>
          <HistoryDrawer
            subject={{ type: 'alignment-review', id: doing.history }}
            title={t('alignment')}
            onClose={close}
          />
        </Suspense>
      )}
    </Section>
  );
}

function saidBy(review: Review): string {
  const { ours, theirs } = means(review.scores);
  return t('alignmentOf', { day: day(review.heldOn), ours: shown(ours), theirs: shown(theirs) });
}

function next({ nextOn }: Review): string {
  if (!nextOn) return t('noNext');
  return t(nextOn < localDay() ? 'overdue' : 'next', { day: day(nextOn) });
}
