import type { Descriptions } from '@mainstay/event-sourcing';
import type { WordsEvent } from './words.events';

export const wordsDescriptions: Descriptions<WordsEvent> = {
  'assessment.CatalogueWordsChanged': ({ data: { kind, language, itemId, from, to, reason } }) => ({
    kind: 'catalogue-words',
    subject: { type: 'catalogue-words', id: kind },
    detail: `${itemId} (${language})`,
    before: from,
    after: to,
    why: reason,
  }),
};
