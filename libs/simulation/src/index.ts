export { activityAt, tenantShares } from './load';
export { report, timelineCsv } from './report';
export { type Simulated, simulate } from './simulate';
export { Topology } from './topology';
