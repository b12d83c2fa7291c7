import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimFolder } from '@mainstay/embedded-postgres';
import { DataFolder } from './data-folder';
import { resetFolder } from './reset';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mainstay-reset-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('throws a folder of Mainstay’s away, where somebody is sure', async () => {
  new DataFolder(folder).create();
  await resetFolder(folder, true);
  expect(existsSync(folder)).toBe(false);
});

it('deletes nothing that does not look like Mainstay’s', async () => {
  mkdirSync(join(folder, 'keys'));
  writeFileSync(join(folder, 'family.jpg'), '');
  await expect(resetFolder(folder, true)).rejects.toThrow("does not look like Mainstay's; nothing was deleted.");
  expect(existsSync(join(folder, 'family.jpg'))).toBe(true);
});

it('deletes nothing that is in use', async () => {
  new DataFolder(folder).create();
  const release = claimFolder(folder);
  await expect(resetFolder(folder, true)).rejects.toThrow(`in use by another Mainstay (process ${process.pid})`);
  release();
  expect(existsSync(folder)).toBe(true);
});

it('has nothing to do where there is no folder, or nothing in it', async () => {
  await resetFolder(folder, false);
  await resetFolder(join(folder, 'none'), false);
  expect(existsSync(folder)).toBe(true);
});
