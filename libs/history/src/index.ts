export { auditHistory, type AllDescriptions } from './entry/audit-history';
export { historyEntry } from './entry/history-entry.table';
export { HistoryModule } from './history.module';
