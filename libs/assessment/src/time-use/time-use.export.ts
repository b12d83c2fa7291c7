import { type ActivityId, activityIds } from './catalogue/time-catalogues';
import type { DivisionFigures } from './views/enterprise';
import type { EnterpriseView, PersonYear, TeamView } from './views/time-use.views';

type Columns<Row> = Readonly<Record<string, (row: Row) => string | number | null>>;
type RecordLine = PersonYear['records'][number];
type PersonLine = TeamView['people'][number];

export const recordColumns: Columns<RecordLine> = {
  Period: ({ period }) => period,
  'First day': ({ firstDay }) => firstDay,
  'Last day': ({ lastDay }) => lastDay,
  'Counts in': ({ month }) => month,
  'Profile version': ({ profileVersion }) => profileVersion,
  ...perActivity<RecordLine>(),
  'Selling drivers': ({ sellingDrivers }) => sellingDrivers.join(' '),
  Note: ({ note }) => note,
  'Recorded at': ({ recordedAt }) => recordedAt,
};

export const teamColumns: Columns<PersonLine> = {
  'Person id': ({ personId }) => personId,
  Source: ({ source }) => source ?? 'nothing recorded',
  ...perActivity<PersonLine>(),
  Flags: ({ flags }) => flags,
  'Selling drivers': ({ sellingDrivers }) => sellingDrivers.join(' '),
};

function perActivity<Row extends Pick<RecordLine, 'deviations'>>(): Columns<Row> {
  const of = ({ deviations }: Row, id: ActivityId) => deviations.find(({ activityId }) => activityId === id);
  return Object.fromEntries(
    activityIds.flatMap((id) => [
      [`${id} %`, (row: Row) => of(row, id)?.share ?? null],
      [`${id} flag`, (row: Row) => of(row, id)?.flag ?? null],
    ]),
  );
}

interface EnterpriseLine {
  readonly month: string;
  readonly group: string;
  readonly activity: string;
  readonly people: number | null;
  readonly figures?: { readonly mean: number; readonly spread: number; readonly over: number; readonly under: number };
}

/** One line per month, group and activity; one line that says so for a group that is not shown. */
export function enterpriseLines({ months }: EnterpriseView): EnterpriseLine[] {
  const lines = (month: string, group: string, figures: DivisionFigures['figures']): EnterpriseLine[] =>
    figures
      ? figures.activities.map(({ activityId, ...rest }) => ({
          ...{ month, group, activity: activityId },
          people: figures.personMonths,
          figures: rest,
        }))
      : [{ month, group, activity: 'not shown', people: null }];
  return months
    .filter(({ closed }) => closed)
    .flatMap(({ month, figures, divisions }) => [
      ...lines(month, 'everybody', figures),
      ...divisions.flatMap(({ divisionId, figures }) => lines(month, divisionId ?? 'across divisions', figures)),
    ]);
}

const rounded = (value: number | undefined) => (value === undefined ? null : Math.round(value * 10) / 10);

export const enterpriseColumns: Columns<EnterpriseLine> = {
  Month: ({ month }) => month,
  Group: ({ group }) => group,
  Activity: ({ activity }) => activity,
  People: ({ people }) => people,
  'Mean %': ({ figures }) => rounded(figures?.mean),
  'Spread (points)': ({ figures }) => rounded(figures?.spread),
  'Flagged over': ({ figures }) => figures?.over ?? null,
  'Flagged under': ({ figures }) => figures?.under ?? null,
};
