import { timeProfileEvents } from './profile/time-profile';
import { timeRecordEvents } from './record/time-record.events';

export const timeUseEvents = { ...timeProfileEvents, ...timeRecordEvents };
export {
  sellingDrivers,
  sellingDriversCatalogue,
  timeAllocation,
  timeAllocationCatalogue,
} from './catalogue/time-catalogues';
export { lastMonthAt } from './record/period';
export { confidentialEvents, timeUseDescriptions } from './time-use.descriptions';
export { timeUseCommands } from './time-use.commands';
export { TimeUseController } from './time-use.controller';
export { TimeUseDirectory } from './time-use-directory';
export { timeUse } from './time-use.projection';
export { timeRecordTable } from './time-use.tables';
export { TimeUseQueries } from './views/time-use.queries';
