/** The same tones as on the pages: told apart in grey print and by colour-blind readers. */
export const tones = {
  ink: '#1c232b',
  dim: '#57636f',
  line: '#c9d0d6',
  ground: '#f1f3f5',
  accent: '#123a7c',
  'maturity-0': '#7d8791',
  'maturity-1': '#608fc3',
  'maturity-2': '#2f69ad',
  'maturity-3': '#0f3c78',
} as const;

const round = (value: number) => Math.round(value * 100) / 100;

export const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

export function rect(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, width))}" height="${round(height)}" fill="${fill}" ${more}/>`;
}

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 0.75) =>
  `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke="${stroke}" stroke-width="${width}"/>`;

export interface TextStyle {
  readonly size?: number;
  readonly fill?: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

export function text(x: number, y: number, words: string, style: TextStyle = {}): string {
  const { size = 8, fill = tones.ink, bold, anchor = 'start' } = style;
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${round(x)}" y="${round(y)}" font-family="Roboto" font-size="${size}" fill="${fill}" text-anchor="${anchor}"${weight}>${escaped(words)}</text>`;
}

export const svg = (width: number, height: number, parts: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
