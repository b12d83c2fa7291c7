import { SegmentedControl, Stack, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useAddressState } from '~/app/address-state';
import { type Column, DataTable } from '~/ui';
import type { Results } from '../audit';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';
import { answersPath } from './ResultsTab';
import { t as own } from './results-texts';

const cuts = ['phases', 'periods', 'streams', 'contributoryStreams'] as const;
type Cut = (typeof cuts)[number];

interface Piece extends Tally {
  readonly key: string;
  readonly name: string;
  /** Filters of the answers behind it; none for the whole. */
  readonly behind: Readonly<Record<string, string | number>>;
}
type Tally = Results['overall'];

const columns: Column<Piece>[] = [
  { id: 'name', header: t('cut.name'), value: ({ name }) => name, sortable: false },
  ...(['score', 'maximum', 'percent', 'answered', 'notRelevant', 'unconfirmed', 'unanswered'] as const).map(
    (figure): Column<Piece> => ({
      id: figure,
      header: figure === 'unconfirmed' ? own('unconfirmed') : t(`cut.${figure}`),
      value: (piece) => piece[figure],
      numeric: true,
      sortable: false,
      hideOnPhone: figure === 'answered',
    }),
  ),
];

/** The same points cut in every way; each line opens into its answers. */
export function CutsTable({ results, catalogue }: { results: Results; catalogue: Catalogue }) {
  const [chosen, choose] = useAddressState('cut', 'phases');
  const narrow = useMediaQuery('(max-width: 36em)');
  const cut = cuts.find((one) => one === chosen) ?? 'phases';
  const overall: Piece = { ...results.overall, key: 'overall', name: t('cut.overall'), behind: {} };
  return (
    <Stack gap="sm" component="section" aria-label={t('cuts.title')}>
      <Title order={2} size="h4">
        {t('cuts.title')}
      </Title>
      <SegmentedControl
        aria-label={t('cuts.by')}
        orientation={narrow ? 'vertical' : 'horizontal'}
        value={cut}
        onChange={choose}
        data={cuts.map((value) => ({ value, label: t(`cut.${value}`) }))}
        maw="40rem"
        data-screen-only
      />
      <DataTable
        caption={`${t('cuts.title')}: ${t(`cut.${cut}`)}`}
        columns={columns}
        rows={[...pieces(cut, results, catalogue), overall]}
        rowKey={({ key }) => key}
        to={({ behind }) => answersPath(results.audit.id, behind)}
        sortedByApi
      />
    </Stack>
  );
}

function pieces(cut: Cut, results: Results, catalogue: Catalogue): Piece[] {
  switch (cut) {
    case 'phases':
      return results.phases.map((piece) => {
        const { phase } = piece;
        return { ...piece, key: phase, name: `${phase} ${catalogue.phaseName(phase)}`, behind: { phase } };
      });
    case 'periods':
      return results.periods.map((piece) => {
        const { phase, period } = piece;
        return {
          ...piece,
          key: `${phase}${period}`,
          name: `${phase} ${catalogue.periodName(phase, period)}`,
          behind: { phase, period },
        };
      });
    case 'streams':
      return results.streams.map((piece) => {
        const { stream } = piece;
        return { ...piece, key: stream, name: catalogue.streamName(stream), behind: { stream } };
      });
    case 'contributoryStreams':
      return results.contributoryStreams.map((piece) => {
        const stream = piece.contributoryStream;
        return { ...piece, key: stream, name: catalogue.streamName(stream), behind: { stream } };
      });
  }
}
