import type { Action } from '../audits/catalogue';

export type Relation = 'self' | 'base' | 'built';

/** The way of an element from level to level: what an action builds on, and what builds on it. */
export class Links {
  private readonly above = new Map<string, string[]>();
  private readonly below = new Map<string, readonly string[]>();

  constructor(actions: readonly Action[]) {
    for (const { id, buildsOn = [] } of actions) {
      this.below.set(id, buildsOn);
      for (const base of buildsOn) this.above.set(base, [...(this.above.get(base) ?? []), id]);
    }
  }

  get count(): number {
    return [...this.below.values()].reduce((sum, bases) => sum + bases.length, 0);
  }

  buildsOn(id: string): readonly string[] {
    return this.below.get(id) ?? [];
  }

  builtOnBy(id: string): readonly string[] {
    return this.above.get(id) ?? [];
  }

  /** How another action stands to the one pointed at, over any number of levels. */
  relation(pointed: string | undefined, id: string): Relation | undefined {
    if (pointed === undefined) return undefined;
    if (pointed === id) return 'self';
    if (reaches(pointed, id, (one) => this.buildsOn(one))) return 'base';
    return reaches(pointed, id, (one) => this.builtOnBy(one)) ? 'built' : undefined;
  }
}

const reaches = (from: string, to: string, next: (id: string) => readonly string[]): boolean =>
  next(from).some((id) => id === to || reaches(id, to, next));
