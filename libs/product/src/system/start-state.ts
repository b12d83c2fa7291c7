export const START_STATE = Symbol('StartState');

/** How far the demo enterprise has been loaded; the page shows it while it goes on. */
export class StartState {
  private loading: { readonly done: number; readonly total: number } | undefined;

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
