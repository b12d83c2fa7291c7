/** What is going on of each trace in this process: what begins later belongs below it. */
export class OpenSpans {
  private readonly byTrace = new Map<string, string[]>();

  latest(traceId: string): string | undefined {
    return this.byTrace.get(traceId)?.at(-1);
  }

  add(traceId: string, id: string): void {
    const open = this.byTrace.get(traceId);
    if (open) open.push(id);
    else this.byTrace.set(traceId, [id]);
  }

  remove(traceId: string, id: string): void {
    const left = this.byTrace.get(traceId)?.filter((other) => other !== id) ?? [];
    if (left.length > 0) this.byTrace.set(traceId, left);
    else this.byTrace.delete(traceId);
  }
}
