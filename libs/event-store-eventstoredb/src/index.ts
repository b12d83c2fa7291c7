export * from './eventstoredb-event-store';
export { StoreAccessDenied } from './errors';
