import type { Projector } from '@mainstay/read-store';

export const READ_MODELS = Symbol('ReadModels');

/** How the read models are, wherever they are written. */
export interface ReadModels {
  /** @throws what the database says when it does not answer */
  state(): Promise<ReadModelsState>;
}

export interface ReadModelsState {
  /** Every page can be served, if not always with the very latest. */
  readonly built: boolean;
  /** How long ago what is being applied now was recorded; 0 when nothing waits. */
  readonly lagSeconds: number;
  /** Those that met an event they cannot read. */
  readonly stopped: readonly string[];
}

/** Of the projector in this process. */
export const readModelsOf = (projector: Projector): ReadModels => ({
  state: async () => {
    const status = projector.status();
    return {
      built: projector.caughtUp(),
      lagSeconds: Math.max(0, ...status.map(({ lagSeconds }) => lagSeconds)),
      stopped: status.filter(({ error }) => error).map(({ name }) => name),
    };
  },
});
