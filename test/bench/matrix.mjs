// The portfolio matrix with ten thousand accounts in a real browser: how long a frame takes while one moves and enlarges it.
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../infra/local/chromium.mjs';
import { round } from './support.mjs';

const ACCOUNTS = 10_000;
const STEPS = 120;

/** @param url of a product with the demo; the points are made up here, for what is measured is the drawing */
export async function measureMatrix(url) {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
    await page.route('**/portfolio/matrix*', (route) => route.fulfill({ json: { points: points(), unscored: [] } }));
    await page.goto(`${url}/t/aldermoor`);
    await page.getByRole('button', { name: /Priya Raman/ }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`${url}/t/aldermoor/portfolio?tab=matrix`, { waitUntil: 'networkidle' });
    const matrix = page.getByRole('application');
    await matrix.waitFor();
    await matrix.scrollIntoViewIfNeeded();
    const box = await matrix.boundingBox();
    const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await page.mouse.move(centre.x, centre.y);
    const cpu = await page.context().newCDPSession(page);
    await cpu.send('Performance.enable', { timeDomain: 'threadTicks' });
    const spent = async () => {
      const { metrics } = await cpu.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
    };
    const before = await spent();
    const zoom = await framesOf(page, async () => {
      for (let step = 0; step < STEPS; step++) await page.mouse.wheel(0, step < STEPS / 2 ? -40 : 30);
    });
    // Where no bubble lies under the pointer the picture moves; in a crowd that is found by trying.
    const searched = await spent();
    const free = await emptyPlace(page, box);
    const searching = (await spent()) - searched;
    const pan = await framesOf(page, async () => {
      await page.mouse.move(free.x, free.y);
      await page.mouse.down();
      for (let step = 0; step < STEPS; step++) {
        await page.mouse.move(free.x + 150 * Math.sin(step / 8), free.y + 100 * Math.cos(step / 8));
      }
      await page.mouse.up();
    });
    const after = await spent();
    return {
      matrix_frame_cpu_ms: round((after - before - searching) / (zoom.length + pan.length), 1),
      matrix_zoom_frame_p95_ms: round(percentile(zoom, 0.95), 1),
      matrix_pan_frame_median_ms: round(percentile(pan, 0.5), 1),
      matrix_pan_frame_p95_ms: round(percentile(pan, 0.95), 1),
      matrix_frame_max_ms: round(Math.max(...zoom, ...pan), 1),
    };
  } finally {
    await browser.close();
  }
}

const percentile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;

/** Milliseconds from frame to frame while something goes on. */
async function framesOf(page, work) {
  await page.evaluate(() => {
    const frames = (globalThis.frames10k = []);
    let last = performance.now();
    const tick = (now) => {
      frames.push(now - last);
      last = now;
      globalThis.tick10k = requestAnimationFrame(tick);
    };
    globalThis.tick10k = requestAnimationFrame(tick);
  });
  await work();
  return page.evaluate(() => {
    cancelAnimationFrame(globalThis.tick10k);
    return globalThis.frames10k.slice(1);
  });
}

/** A place on the enlarged picture under which the page names no account. */
async function emptyPlace(page, box) {
  for (let x = 0.1; x < 0.9; x += 0.05) {
    for (let y = 0.1; y < 0.9; y += 0.05) {
      const place = { x: box.x + box.width * x, y: box.y + box.height * y };
      await page.mouse.move(place.x, place.y);
      const told = await page.locator('#matrix-pointed').textContent();
      if (/accounts\. Point at one/.test(told)) return place;
    }
  }
  throw new Error('There is no place without a bubble to take hold of.');
}

function points() {
  const categories = ['strategic', 'star', 'status', 'streamline', 'prospect', 'not-key'];
  let seed = 20_250_303;
  const chance = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  // Scores gather around the middle, as those of real portfolios do.
  const score = () => Math.round((chance() + chance() + chance()) * 33.3) / 10;
  return Array.from({ length: ACCOUNTS }, (_, index) => {
    const [attractiveness, standing] = [score(), score()];
    const suggested =
      attractiveness >= 5 ? (standing >= 5 ? 'strategic' : 'star') : standing >= 5 ? 'status' : 'streamline';
    return {
      id: `a${index}`,
      code: `C-${index}`,
      name: `Account ${index}`,
      spend: Math.round(chance() ** 4 * 20_000_000),
      potential: Math.round(chance() ** 3 * 30_000_000),
      investment: null,
      category: chance() < 0.7 ? suggested : categories[Math.floor(chance() * categories.length)],
      attractiveness,
      standing,
      suggested,
    };
  });
}

// By itself: node test/bench/matrix.mjs http://localhost:3000
if (process.argv[1] === import.meta.filename && process.argv[2])
  console.log(JSON.stringify(await measureMatrix(process.argv[2])));
