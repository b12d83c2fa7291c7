import type { ComponentType } from 'react';

export interface HomeSection {
  /** Shown to roles that have it. */
  readonly permission: string;
  /** What needs this person today, in one area; renders nothing when nothing does. */
  readonly Section: ComponentType;
}

/** What stands on Home, in order. Areas add theirs. */
export const homeSections: readonly HomeSection[] = [];
