const WIDTH = 30;

/** A progress line that redraws itself in a terminal, and prints every tenth elsewhere. */
export function progressBar(
  what: string,
  out: NodeJS.WriteStream = process.stdout,
): (done: number, total: number) => void {
  let printed = -1;
  return (done, total) => {
    const share = total === 0 ? 1 : done / total;
    const step = Math.floor(share * (out.isTTY ? 100 : 10));
    if (step === printed) return;
    printed = step;
    const filled = Math.round(share * WIDTH);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`;
    const line = `${what} ${bar} ${Math.floor(share * 100)} %`;
    out.write(out.isTTY ? `\r${line}${share === 1 ? '\n' : ''}` : `${line}\n`);
  };
}
