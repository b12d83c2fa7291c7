import type { Columns } from '@mainstay/tabular';
import type { EffectiveItem } from './effective-catalogue';

/** The sheet in which a translator works: what is shipped beside what the enterprise says. */
export const wordsColumns: Columns<EffectiveItem> = {
  item: ({ id }) => id,
  sort: ({ sort }) => sort,
  section: ({ section }) => section,
  'shipped label': ({ shipped }) => shipped.label,
  'shipped help': ({ shipped }) => shipped.help,
  label: ({ own }) => own?.label ?? null,
  help: ({ own }) => own?.help ?? null,
  guidance: ({ guidance }) => guidance,
};
