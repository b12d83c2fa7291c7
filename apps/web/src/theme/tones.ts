/** Colours that carry a meaning, the same on every page. Never alone: a shape, a figure or a word stands beside them. */
export type Tone = keyof typeof light;

/** Told apart in grey and by colour-blind readers (see tones.spec.ts), 3:1 against the page. */
export const light = {
  strategic: '#123a7c',
  star: '#bf7600',
  status: '#ad3c85',
  streamline: '#1c8a6a',
  prospect: '#57636f',
  'not-key': '#7d8791',
  'maturity-0': '#7d8791',
  'maturity-1': '#608fc3',
  'maturity-2': '#2f69ad',
  'maturity-3': '#0f3c78',
  good: '#1c7c54',
  warning: '#a65f00',
  bad: '#b3261e',
} as const;

export const dark: Record<Tone, string> = {
  strategic: '#7aa7f5',
  star: '#e8ad33',
  status: '#d873b6',
  streamline: '#43c49c',
  prospect: '#a9b3bd',
  'not-key': '#838d97',
  'maturity-0': '#838d97',
  'maturity-1': '#5585bd',
  'maturity-2': '#7fb0e6',
  'maturity-3': '#c3dffc',
  good: '#52c795',
  warning: '#f0b04a',
  bad: '#ff8a80',
};

/** CSS value of a tone in the present theme. */
export const tone = (name: Tone): string => `var(--tone-${name})`;

export const categories = ['strategic', 'star', 'status', 'streamline', 'prospect', 'not-key'] as const;
export type Category = (typeof categories)[number];
export const isCategory = (text: string): text is Category => (categories as readonly string[]).includes(text);
