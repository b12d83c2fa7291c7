import { Stack } from '@mantine/core';
import { useRead } from '~/api/use-read';
import type { OrganisationCatalogue } from '../catalogue';
import { GroupBars } from '../charts/GroupBars';
import { Radar } from '../charts/Radar';
import { Verticals } from '../charts/Verticals';
import type { Assessment, Summary } from '../types';
import classes from './ProfileTab.module.css';

/** Nine verticals and the radar with the same lines, the assessment before as well, and the five groups. */
export function ProfileTab({ assessment, catalogue }: { assessment: Assessment; catalogue: OrganisationCatalogue }) {
  const before = useEarlier(assessment);
  const points = assessment.standing.elements.map(({ element, score, maximum }) => ({
    element,
    score,
    maximum,
    before: before?.elements.find((one) => one.element === element)?.score,
  }));
  return (
    <Stack gap="lg">
      <Verticals points={points} catalogue={catalogue} before={before} fileName={assessment.assessedOn} />
      <div className={classes['charts']}>
        <Radar points={points} catalogue={catalogue} before={before} fileName={assessment.assessedOn} />
        <GroupBars groups={assessment.standing.groups} catalogue={catalogue} fileName={assessment.assessedOn} />
      </div>
    </Stack>
  );
}

/** The latest assessment of the same scope before this one. */
function useEarlier({ id, scope, assessedOn }: Assessment): Summary | undefined {
  const query = {
    limit: 200,
    ...(scope.kind === 'division' ? { divisionId: scope.divisionId } : { scope: 'programme' as const }),
  };
  const all = useRead('/api/t/{tenant}/organisation-assessments', { query }).data?.items ?? [];
  return all.find((one) => one.id !== id && one.assessedOn < assessedOn && one.progress.answered > 0);
}
