export * from './consumer';
export { type KafkaLog, type KafkaOptions, kafkaClient } from './kafka';
export * from './message';
export { partitionOf } from './partition';
export { Relay, type RelayOptions, type RelayStatus } from './relay/relay';
export { measureRelay } from './relay/metrics';
export { migrateRelay } from './relay/schema';
export { ensureTopic, type TopicOptions, WrongPartitions } from './topic';
