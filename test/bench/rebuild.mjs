// Rebuilds read models from a million generated events.
import { writeHistory } from './history.mjs';
import { inApp, library, round, withDatabase } from './support.mjs';

const NAMES = /audit|account/;

export async function measureRebuild(total) {
  const { rebuildProjection } = library('read-store');
  const { events, projections } = library('product');
  return withDatabase(async ({ store, urls, projector }) => {
    const written = await writeHistory(store, total);
    const startedAt = performance.now();
    projector.start();
    await projector.whenCaughtUp(30 * 60_000);
    const firstBuild = written / ((performance.now() - startedAt) / 1000);
    const results = { rebuild_events: written, first_build_of_all_per_s: round(firstBuild, 0) };
    let slowest = Infinity;
    let most = 0;
    for (const { name } of projections.filter((projection) => NAMES.test(projection.name))) {
      globalThis.gc?.();
      const before = process.memoryUsage().rss;
      const began = performance.now();
      const sampler = setInterval(() => (most = Math.max(most, process.memoryUsage().rss - before)), 200);
      const rebuilt = await rebuildProjection({ store, urls, projections, events }, name);
      clearInterval(sampler);
      const perSecond = rebuilt.events / ((performance.now() - began) / 1000);
      results[`rebuild_${name.replace(/[^a-z]+/g, '_')}_per_s`] = round(perSecond, 0);
      slowest = Math.min(slowest, perSecond);
    }
    return { ...results, rebuild_events_per_s: round(slowest, 0), rebuild_memory_growth_mb: round(most / 1e6, 0) };
  });
}
