import type { Catalogue } from '../catalogue/catalogue';
import type { Comparison } from '../compare/comparison';
import type { AuditResults } from '../results/results.views';

/** Everything that a report tells, as recorded at one moment. */
export interface ReportSource {
  readonly enterprise: string;
  /** Absent for an audit of the whole programme. */
  readonly division?: string;
  readonly catalogue: Catalogue;
  readonly results: AuditResults;
  /** Against the latest audit of the scope before this one, where there is one that can be compared. */
  readonly since?: { readonly title: string; readonly auditDate: string; readonly moved: Comparison['moved'] };
  /** Of people, by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly recordedAt: Date;
}

export type Paper = 'a4' | 'letter';
