import { type DynamicModule, RequestMethod, type Type } from '@nestjs/common';
import { ENDPOINT, type EndpointAccess } from '@mainstay/identity';
import { AppModule, type Platform } from '@mainstay/product';

export interface Handler {
  /** As the API document names it: `GET /api/t/{tenant}/accounts`. */
  readonly name: string;
  readonly access: EndpointAccess | undefined;
}

type Part = Type | DynamicModule | { forwardRef: () => Type };

/** Every method of every controller that answers an address, whether or not the API document knows it. */
export function handlers(): Handler[] {
  const tokens = { issuer: 'http://localhost/realms/mainstay', audience: 'mainstay-api' };
  return [...controllersOf(AppModule.with({ platform: {} as Platform, tokens, production: false }))].flatMap(
    handlersOf,
  );
}

function controllersOf(part: Part, seen = new Set<unknown>()): Set<Type> {
  const found = new Set<Type>();
  if (seen.has(part)) return found;
  seen.add(part);
  const dynamic = 'module' in part ? part : undefined;
  const module = dynamic?.module ?? (part as Type);
  const declared = (key: 'controllers' | 'imports') => [
    ...((Reflect.getMetadata(key, module) as Part[] | undefined) ?? []),
    ...((dynamic?.[key] as Part[] | undefined) ?? []),
  ];
  for (const controller of declared('controllers')) found.add(controller as Type);
  for (const imported of declared('imports')) {
    for (const controller of controllersOf(imported, seen)) found.add(controller);
  }
  return found;
}

function handlersOf(controller: Type): Handler[] {
  const prefix = Reflect.getMetadata('path', controller) as string;
  return Object.getOwnPropertyNames(controller.prototype).flatMap((property) => {
    const method = Object.getOwnPropertyDescriptor(controller.prototype, property)?.value as object | undefined;
    const path = typeof method === 'function' ? (Reflect.getMetadata('path', method) as string | undefined) : undefined;
    if (path === undefined || property === 'constructor') return [];
    const verb = RequestMethod[Reflect.getMetadata('method', method!) as number];
    const address = `/${prefix}/${path}`
      .replace(/\/+/g, '/')
      .replace(/\/$/, '')
      .replace(/:(\w+)/g, '{$1}');
    const { access } = (Reflect.getMetadata(ENDPOINT, method!) as { access?: EndpointAccess } | undefined) ?? {};
    return [{ name: `${verb} ${address}`, access }];
  });
}
