// The page in a real browser: what it loads first, and when the largest thing on it is painted.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../infra/local/chromium.mjs';
import { median, root, round } from './support.mjs';

const VISITS = 5;

export async function measureWeb(url) {
  const { stdout } = spawnSync(process.execPath, [join(root, 'apps/web/measure.mjs')], { encoding: 'utf8' });
  const { web_gzip_kb } = JSON.parse(stdout);
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${url}/t/aldermoor`);
    await page.getByRole('button', { name: /Victor Hale/ }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const paints = [];
    for (let visit = 0; visit < VISITS; visit++) {
      await page.goto(`${url}/t/aldermoor`, { waitUntil: 'networkidle' });
      paints.push(await page.evaluate(largestPaint));
    }
    return { web_gzip_kb, web_lcp_ms: round(median(paints), 0) };
  } finally {
    await browser.close();
  }
}

const largestPaint = () =>
  new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
