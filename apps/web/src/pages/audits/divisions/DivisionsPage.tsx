import { Stack } from '@mantine/core';
import type { ReadAnswer } from '~/api/types';
import { useRead } from '~/api/use-read';
import { EmptyState, ErrorState, Page, PageSkeleton } from '~/ui';
import { AssessmentNav } from '../AssessmentNav';
import { useScopeName } from '../audit';
import { useCatalogue } from '../catalogue';
import { Gaps } from './Gaps';
import { PeriodHeat } from './PeriodHeat';
import { Scores } from './Scores';
import { t } from './texts';

type SideBySide = ReadAnswer<'/api/t/{tenant}/audits/divisions'>;
/** One scope with its latest audit and how it stands by it. */
export type Standing = SideBySide['standings'][number] & {
  readonly name: string;
  readonly audit: SideBySide['audits'][number];
};
export type Gap = SideBySide['gaps'][number];

/** How far has each division come, and where do they differ? */
export default function DivisionsPage() {
  const { data, error, refetch } = useRead('/api/t/{tenant}/audits/divisions');
  const { data: catalogue, error: catalogueError } = useCatalogue(data?.catalogueVersion);
  const scopeName = useScopeName();
  const problem = error ?? catalogueError;
  if (problem) return <ErrorState problem={problem} onRetry={() => void refetch()} />;
  if (!data || !catalogue) return <PageSkeleton />;
  const standings = data.standings
    .map((standing, index): Standing => {
      const audit = data.audits[index]!;
      return { ...standing, audit, name: scopeName(audit.scope) };
    })
    .sort(byName);
  const divisions = standings.filter(({ audit }) => audit.scope.kind === 'division');
  return (
    <Page title={t('title')} section={<AssessmentNav />} answer={answerOf(divisions)}>
      {standings.length === 0 ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : (
        <Stack gap="lg">
          <Scores standings={standings} catalogue={catalogue} />
          <PeriodHeat standings={standings} catalogue={catalogue} threshold={data.threshold} />
          <Gaps gaps={data.gaps} divisions={divisions} catalogue={catalogue} />
        </Stack>
      )}
    </Page>
  );
}

/** The whole programme first. */
const byName = (one: Standing, other: Standing) =>
  Number(one.audit.scope.kind === 'division') - Number(other.audit.scope.kind === 'division') ||
  one.name.localeCompare(other.name);

function answerOf(divisions: readonly Standing[]): string | undefined {
  const ranked = divisions.toSorted((one, other) => other.overall.percent - one.overall.percent);
  const [best, last] = [ranked[0], ranked.at(-1)];
  if (!best || !last) return undefined;
  const { score: bestScore, maximum } = best.overall;
  if (best === last) return t('answerOne', { name: best.name, score: bestScore, maximum });
  return t('answer', { best: best.name, bestScore, maximum, last: last.name, lastScore: last.overall.score });
}
