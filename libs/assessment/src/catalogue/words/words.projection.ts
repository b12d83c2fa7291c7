import { column, projection, readTable } from '@mainstay/read-store';
import { wordsEvents } from './words.events';

/** One row per item and language that was ever put into words; all empty once the words were withdrawn. */
export const wordsTable = readTable('catalogue_words', {
  key: ['kind', 'language', 'itemId'],
  columns: {
    kind: column.text(),
    language: column.text(),
    itemId: column.text(),
    label: column.text().optional(),
    help: column.text().optional(),
    guidance: column.text().optional(),
    changedBy: column.text(),
    changedAt: column.moment(),
    reason: column.text(),
    /** Of the stream of the kind, at the last change of this row. */
    version: column.integer(),
  },
});

export const catalogueWords = projection({
  name: 'assessment.catalogue-words',
  version: 1,
  events: wordsEvents,
  tables: { words: wordsTable },
  on: {
    'assessment.CatalogueWordsChanged': (event, rows) => {
      const { kind, language, itemId, to, reason } = event.data;
      rows.words.put({
        kind,
        language,
        itemId,
        label: to?.label ?? null,
        help: to?.help ?? null,
        guidance: to?.guidance ?? null,
        changedBy: event.metadata.actor,
        changedAt: event.recorded,
        reason,
        version: event.version,
      });
    },
  },
});
