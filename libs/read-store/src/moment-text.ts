const KEPT = 20_000;
const texts = new Map<number, string>();

/** ISO text of a moment (ms). Neighbouring rows share their moments, and writing one is slow. */
export function momentText(moment: number): string {
  let text = texts.get(moment);
  if (text === undefined) {
    if (texts.size === KEPT) texts.clear();
    text = new Date(moment).toISOString();
    texts.set(moment, text);
  }
  return text;
}
