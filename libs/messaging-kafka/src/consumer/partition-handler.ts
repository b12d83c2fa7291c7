import type { LogBatch, LogPlace } from '@mainstay/read-store';

/** What is done with the records of the partitions that are this process's. */
export interface PartitionHandler {
  /** The topic has so many partitions. */
  open(partitions: number): Promise<void>;
  /**
   * From now on the partition is this process's; answers where its log is to be read from.
   * @throws as long as that is not possible: it is tried again
   */
  take(partition: number): Promise<LogPlace>;
  /**
   * Answers false when another process has taken the partition: nothing was done then.
   * @throws as long as that is not possible: the same records are given again
   */
  apply(partition: number, batch: LogBatch): Promise<boolean>;
  release(partition: number): void;
}
