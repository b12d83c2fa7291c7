import { Stack } from '@mantine/core';
import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { CutsTable } from './CutsTable';
import { HeatMap } from './HeatMap';
import { PaceLine } from './PaceLine';
import { PeriodBars } from './PeriodBars';
import { TrendChart } from './TrendChart';

export function ResultsTab({ results, catalogue }: { results: Results; catalogue: Catalogue }) {
  return (
    <Stack gap="lg">
      <PeriodBars results={results} catalogue={catalogue} />
      <HeatMap results={results} catalogue={catalogue} />
      <TrendChart scope={results.audit.scope} catalogue={catalogue} />
      <PaceLine results={results} catalogue={catalogue} />
      <CutsTable results={results} catalogue={catalogue} />
    </Stack>
  );
}

/** The answers behind a figure: the tab of all answers, narrowed. Path below the tenant. */
export function answersPath(auditId: string, cut: Readonly<Record<string, string | number>>): string {
  const query = new URLSearchParams({ tab: 'answers' });
  for (const [name, value] of Object.entries(cut)) query.set(name, String(value));
  return `audits/${auditId}?${query.toString()}`;
}
