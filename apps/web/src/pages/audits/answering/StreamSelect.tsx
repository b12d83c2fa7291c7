import { NativeSelect } from '@mantine/core';
import { useAddressState } from '~/app/address-state';
import type { Catalogue } from '../catalogue';
import { t } from '../texts';

/** Reads one stream, or contributory stream, across all phases: the same element comes back at other levels. */
export function StreamSelect({ catalogue: { structure } }: { catalogue: Catalogue }) {
  const [stream, setStream] = useAddressState('stream');
  return (
    <NativeSelect
      aria-label={t('filter.stream')}
      value={stream}
      onChange={(event) => setStream(event.target.value)}
      data={[{ value: '', label: t('filter.allStreams') }, ...streamOptions(structure)]}
    />
  );
}

export const streamOptions = ({ streams, contributoryStreams }: Catalogue['structure']) =>
  streams.flatMap(({ id, name }) => [
    { value: id, label: name },
    ...contributoryStreams
      .filter(({ stream }) => stream === id)
      .map((one) => ({ value: one.id, label: `– ${one.name}` })),
  ]);
