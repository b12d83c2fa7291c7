import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startReverseProxy } from '../../../infra/local/distributed/reverse-proxy.mjs';
import { openBrowser, openWindow } from '../../support/browser';
import { root } from '../../support/product';
import { describeBrokering } from './brokering';
import { type Api, type KeycloakWorld, PASSWORD } from './world';

interface World {
  readonly keycloak: KeycloakWorld;
  readonly api: Api;
}

/** The web page with a real browser at a real Keycloak. */
export function describeBrowser(world: () => World): void {
  describe('the web page', () => {
    let browser: Browser;
    let proxy: Awaited<ReturnType<typeof startReverseProxy>>;

    beforeAll(async () => {
      const webFolder = join(root, 'dist/web');
      if (!existsSync(join(webFolder, 'index.html')))
        spawnSync(process.execPath, ['infra/local/build.mjs'], { cwd: root });
      const port = (address: string) => Number(new URL(address).port);
      const upstreams = () => [{ port: port(world().api.url) }];
      proxy = await startReverseProxy({ port: port(world().keycloak.webOrigin), upstreams, webFolder });
      browser = await openBrowser();
    });
    afterAll(async () => {
      await browser?.close();
      await proxy?.stop();
    });

    it('signs in on Keycloak’s pages, shows who may sign in, and signs out', async () => {
      const { page } = await openWindow(browser);
      page.setDefaultTimeout(120_000);
      await page.goto(`${world().keycloak.webOrigin}/t/aldermoor/administration?tab=access`);
      await page.locator('#username').fill('tessa');
      await page.locator('#kc-login').click();
      await page.locator('#password').fill(PASSWORD);
      await page.locator('#kc-login').click();
      await page.getByRole('cell', { name: 'priya@aldermoor.example' }).waitFor();
      expect(new URL(page.url()).origin).toBe(world().keycloak.webOrigin);

      await page.reload();
      await page.getByRole('cell', { name: 'priya@aldermoor.example' }).waitFor();
      await page.getByRole('button', { name: /Tessa Lindqvist.*your menu/ }).click();
      await page.getByRole('menuitem', { name: 'Sign out' }).click();
      await page.locator('#username').waitFor();
    });

    describeBrokering(() => ({ ...world(), browser }));
  });
}
