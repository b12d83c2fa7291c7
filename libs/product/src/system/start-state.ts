export const START_STATE = Symbol('StartState');

/** Where in its life the process is: whether the demo enterprise is being loaded, and whether it is about to end. */
export class StartState {
  private loading: { readonly done: number; readonly total: number } | undefined;
  private toldToEnd = false;

  /** It still answers, but asks to be sent nothing new. */
  get ending(): boolean {
    return this.toldToEnd;
  }

  end(): void {
    this.toldToEnd = true;
  }

  get demo(): { readonly done: number; readonly total: number } | null {
    return this.loading ?? null;
  }

  loadingDemo(done: number, total: number): void {
    this.loading = { done, total };
  }

  demoLoaded(): void {
    this.loading = undefined;
  }
}
