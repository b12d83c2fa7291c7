import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ProductUnderTest, root, startProduct } from '../../support/product';

describe('the API document', () => {
  let product: ProductUnderTest;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product?.dispose());

  it('gives the very client that the web page is compiled with (npm run api:types)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mainstay-document-'));
    const document = join(folder, 'openapi.json');
    const types = join(folder, 'schema.d.ts');
    writeFileSync(document, await (await fetch(`${product.url}/api/openapi.json`)).text());
    const { status } = spawnSync(process.execPath, [join(root, 'apps/web/generate-api.mjs'), document, types]);
    expect(status).toBe(0);
    expect(readFileSync(join(root, 'apps/web/src/api/schema.d.ts'), 'utf8')).toBe(readFileSync(types, 'utf8'));
    rmSync(folder, { recursive: true });
  });

  it('names every operation once, and says of each who may use it', async () => {
    interface Operation {
      readonly operationId: string;
      readonly summary: string;
      readonly description: string;
    }
    const { paths } = (await (await fetch(`${product.url}/api/openapi.json`)).json()) as {
      paths: Record<string, Record<string, Operation>>;
    };
    const operations = Object.values(paths).flatMap((path) => Object.values(path).filter((entry) => entry.operationId));
    const names = operations.map(({ operationId }) => operationId);
    expect(new Set(names).size).toBe(names.length);
    expect(operations.filter(({ summary, description }) => !summary || !description.startsWith('Access: '))).toEqual(
      [],
    );
  });
});
