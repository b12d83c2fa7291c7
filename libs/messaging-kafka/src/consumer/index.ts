export type { PartitionLag } from './lag';
export type { PartitionHandler } from './partition-handler';
export { type GroupStatus, ProjectorGroup, type ProjectorGroupOptions } from './projector-group';
