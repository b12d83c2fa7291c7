import { categories, dark, light, type Tone } from './tones';

type Rgb = readonly [number, number, number];

/** Machado, Oliveira and Fernandes 2009, full severity, on linear RGB. */
const colourVision: Record<string, readonly (readonly number[])[]> = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;

const dot = (row: readonly number[], [r, g, b]: Rgb) => row[0]! * r + row[1]! * g + row[2]! * b;
const luminance = (colour: Rgb) => dot([0.2126, 0.7152, 0.0722], colour);
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

/** CIE Lab distance, where about 2 is just noticeable. */
const lab = (colour: Rgb) => {
  const f = (value: number) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116);
  const x = f(dot([0.4124, 0.3576, 0.1805], colour) / 0.9505);
  const y = f(luminance(colour));
  const z = f(dot([0.0193, 0.1192, 0.9505], colour) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
};
const seen = (hex: string, vision: string): Rgb =>
  colourVision[vision]!.map((row) => Math.min(1, Math.max(0, dot(row, linear(hex))))) as unknown as Rgb;
const distance = (a: string, b: string, vision: string) => {
  const [one, other] = [lab(seen(a, vision)), lab(seen(b, vision))];
  return Math.hypot(...one.map((value, at) => value - other[at]!));
};

const pairs = <T>(list: readonly T[]) =>
  list.flatMap((one, at) => list.slice(at + 1).map((other) => [one, other] as const));
const main = categories.slice(0, 4);
const maturity = ['maturity-0', 'maturity-1', 'maturity-2', 'maturity-3'] as const;

describe.each([
  { theme: 'light', tones: light as Record<Tone, string>, page: '#f6f7f8' },
  { theme: 'dark', tones: dark, page: '#14181c' },
])('tones of the $theme theme', ({ tones, page }) => {
  test.each(Object.keys(tones) as Tone[])('%s stands out from the page by 3:1', (name) => {
    expect(contrast(tones[name], page)).toBeGreaterThanOrEqual(3);
  });

  test.each(['good', 'warning', 'bad'] as const)('%s can be read as text, 4.5:1', (name) => {
    expect(contrast(tones[name], page)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(Object.keys(colourVision))('the four categories can be told apart with %s vision', (vision) => {
    for (const [one, other] of pairs(main)) {
      expect({ one, other, apart: distance(tones[one], tones[other], vision) > 15 }).toEqual({
        one,
        other,
        apart: true,
      });
    }
  });

  test('maturity steps from one to three get darker against the page, so that they hold in grey print', () => {
    const steps = maturity.slice(1).map((name) => contrast(tones[name], page));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    for (const [one, other] of pairs(maturity.slice(1))) {
      expect(contrast(tones[one], tones[other])).toBeGreaterThan(1.4);
    }
  });
});
