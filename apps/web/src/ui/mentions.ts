/** A text in pieces: plain words, and the people it names as `@[person id]`. */
export function piecesOf(text: string): { text: string; personId?: string }[] {
  return text
    .split(/(@\[[^\]\s]{1,200}\])/)
    .filter(Boolean)
    .map((piece) => {
      const personId = /^@\[([^\]\s]+)\]$/.exec(piece)?.[1];
      return personId ? { text: piece, personId } : { text: piece };
    });
}

/** The text with names in place of ids. */
export const withNames = (text: string, nameOf: (personId: string) => string): string =>
  piecesOf(text)
    .map(({ text, personId }) => (personId ? `@${nameOf(personId)}` : text))
    .join('');
