import { bind, Command } from '@mainstay/event-sourcing';
import { putWords, type PutWordsBody, words } from './words';
import { importWords, type ImportWordsBody } from './words.import';

export class PutCatalogueWords extends Command<PutWordsBody> {}
export class ImportCatalogueWords extends Command<ImportWordsBody> {}

export const wordsCommands = bind(words, [
  [PutCatalogueWords, putWords],
  [ImportCatalogueWords, importWords],
]);
