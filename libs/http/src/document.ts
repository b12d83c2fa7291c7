import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The OpenAPI document, from the endpoints' own declarations. */
export function openApiDocument(app: INestApplication, version: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Mainstay')
    .setDescription('The platform on which an enterprise runs its key account management programme.')
    .setVersion(version)
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, { operationIdFactory: (_controller, method) => method });
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths).map(withPathParameters)) };
}

/** Names the parameters of the path that no handler takes by itself: the tenant, which the context carries. */
function withPathParameters([path, item]: [string, OpenAPIObject['paths'][string]]): [string, typeof item] {
  const stated = new Set(
    [item.get, item.post, item.put, item.patch].flatMap((operation) =>
      (operation?.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name : '')),
    ),
  );
  const missing = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).filter((name) => !stated.has(name));
  if (missing.length === 0) return [path, item];
  const parameters = missing.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' } }));
  return [path, { ...item, parameters }];
}
