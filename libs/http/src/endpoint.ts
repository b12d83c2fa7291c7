import { applyDecorators, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ENDPOINT, type EndpointAccess } from '@mainstay/identity';
import { z, type ZodType } from 'zod';
import { asAtParameter, commandHeaders, commandResponse, problemResponse } from './openapi-parts';
import { FILE, type UploadOptions } from './upload';

export interface EndpointOptions {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below the controller's path. */
  readonly path?: string;
  /** Who may call it: a permission of the policy table, anyone signed in, or anyone at all. */
  readonly access: EndpointAccess;
  /** One line for the API document, in the words of the field. */
  readonly summary: string;
  readonly body?: ZodType;
  readonly query?: z.ZodObject;
  /** The body is a file, read with `@Upload()`; its name and the like are in the query. */
  readonly upload?: UploadOptions;
  /** Shape of the answer of a query; a command answers `{ id, version }`; 'file' for a download. */
  readonly answer: ZodType | 'command' | 'file';
  /** 201 for what makes something new; else 200. */
  readonly creates?: boolean;
}

export interface EndpointMetadata {
  readonly access: EndpointAccess;
  readonly body?: ZodType;
  readonly query?: z.ZodObject;
  readonly upload?: UploadOptions;
}

/** Declares a route once: address, permission, schemas. Validation, authorisation and the OpenAPI entry all follow from it. */
export function Endpoint(options: EndpointOptions): MethodDecorator {
  const status = options.creates ? 201 : 200;
  const { access, body, query, upload } = options;
  const metadata: EndpointMetadata = { access, body, query, upload };
  return applyDecorators(
    RequestMapping({ path: options.path ?? '', method: RequestMethod[options.method] }),
    HttpCode(status),
    SetMetadata(ENDPOINT, metadata),
    ApiOperation({ summary: options.summary, description: `Access: ${options.access}.` }),
    ...(body ? [ApiBody({ schema: jsonSchema(body, 'input'), required: true })] : []),
    ...(upload ? fileBody : []),
    ...queryParameters(options),
    ...answers(options, status),
  );
}

/** The route tells the server what to expect, before anything looks at the request. */
const fileBody = [
  RouteConfig({ takesFile: true }),
  ApiConsumes(FILE),
  ApiBody({ schema: { type: 'string', format: 'binary' }, required: true }),
];

/** JSON Schema as OpenAPI 3.0 knows it. */
function jsonSchema(schema: ZodType, io: 'input' | 'output'): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' });
  return rest;
}

function queryParameters(options: EndpointOptions): MethodDecorator[] {
  const asAt = options.method === 'GET' && options.access !== 'public' ? [asAtParameter] : [];
  const declared = Object.entries(options.query?.shape ?? {}).map(([name, schema]) =>
    ApiQuery({
      name,
      required: !(schema as ZodType).safeParse(undefined).success,
      schema: jsonSchema(schema as ZodType, 'input'),
    }),
  );
  return [...declared, ...asAt];
}

function answers(options: EndpointOptions, status: number): MethodDecorator[] {
  const { answer } = options;
  if (answer === 'command') {
    return [
      ApiResponse({ status, ...commandResponse }),
      ...commandHeaders.map((header) => ApiHeader(header)),
      problemResponse,
    ];
  }
  if (answer === 'file') {
    return [
      ApiResponse({ status, description: 'The file.', content: { 'application/octet-stream': {} } }),
      problemResponse,
    ];
  }
  return [ApiResponse({ status, description: 'The answer.', schema: jsonSchema(answer, 'output') }), problemResponse];
}
