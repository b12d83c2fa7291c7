export { ConfigurationError } from './configuration-error';
export type { ProcessName } from './processes';
export {
  type Configuration,
  type DatabaseConfiguration,
  type Environment,
  readConfiguration,
} from './read-configuration';
export { configurationPage } from './table';
