import { openApiDocument } from './document';
import { startToy, things, type Toy } from './spec-support/toy';

let toy: Toy;
beforeAll(async () => (toy = await startToy()));
afterAll(() => toy.app.close());

it('describes each route from its one declaration: access, body, query, headers, refusals', () => {
  const path = openApiDocument(toy.app, '1').paths[things.replace('acme', '{tenant}')]!;
  expect(path.post).toMatchObject({
    operationId: 'makeThing',
    description: 'Access: portfolio.register.',
    requestBody: { content: { 'application/json': { schema: { type: 'object', required: ['name', 'size'] } } } },
    responses: {
      201: { headers: { ETag: {}, Position: {} } },
      default: { content: { 'application/problem+json': {} } },
    },
  });
  const names = (parameters: unknown) => (parameters as { name: string }[]).map(({ name }) => name).sort();
  expect(names(path.parameters)).toEqual(['tenant']);
  expect(names(path.post?.parameters)).toEqual(['Idempotency-Key', 'If-Match']);
  expect(names(path.get?.parameters)).toEqual(['asAt', 'limit']);
});

it('knows that signing in is needed', () => {
  expect(openApiDocument(toy.app, '1').security).toEqual([{ bearer: [] }]);
});
