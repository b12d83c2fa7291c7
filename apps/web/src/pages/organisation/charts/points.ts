/** The score of one element, and where it stood before. */
export interface Point {
  readonly element: string;
  readonly score: number;
  readonly maximum: number;
  readonly before?: number;
}

export interface Then {
  readonly title: string;
  readonly assessedOn: string;
}

/** Where an element stands when all five groups are in the same state. */
export const lines = [
  { at: 15, text: 'profile.best' },
  { at: 10, text: 'profile.transition' },
  { at: 5, text: 'profile.ready' },
  { at: 0, text: undefined },
] as const;
