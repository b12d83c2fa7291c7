import { bind, Command } from '@mainstay/event-sourcing';
import { audit } from '../audit/audit';
import { importAnswers, type ImportBody } from './import-answers';

export class ImportAnswers extends Command<ImportBody> {}

export const exchangeCommands = bind(audit, [[ImportAnswers, importAnswers]]);
