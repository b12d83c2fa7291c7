import {
  sellingDrivers,
  sellingDriversCatalogue,
  timeAllocation,
  timeAllocationCatalogue,
} from '../../time-use/catalogue/time-catalogues';
import { asked, catalogueKind, descriptions } from './catalogue-kind';

export const timeAllocationKind = catalogueKind({
  kind: 'time-allocation',
  name: 'Time allocation',
  about: 'What the time of a key account manager should go into: twelve activities with a recommended share.',
  schema: timeAllocationCatalogue,
  present: timeAllocation.version,
  versions: [timeAllocation],
  items: ({ activities }) =>
    activities.map(({ id, label, help, from, to }) =>
      asked({ id, label, help, note: from === to ? `${from} %` : `${from} to ${to} %` }),
    ),
});

export const sellingDriversKind = catalogueKind({
  kind: 'selling-drivers',
  name: 'Drivers of selling',
  about: 'Why people fall back on selling, and what answers each reason.',
  schema: sellingDriversCatalogue,
  present: sellingDrivers.version,
  versions: [sellingDrivers],
  items: ({ drivers }) =>
    drivers.flatMap(({ id, label, responses }) => [
      asked({ id, label }),
      ...descriptions(id, Object.fromEntries(responses.map((text, index) => [index + 1, text]))),
    ]),
});
