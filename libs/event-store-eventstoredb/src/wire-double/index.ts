export * from './eventstoredb-double';
export { Log } from './log';
