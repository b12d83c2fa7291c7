import './fastify-request';

export * from './answers';
export * from './csv';
export * from './cursor';
export * from './document';
export * from './ending';
export * from './endpoint';
export * from './parameters';
export * from './problem';
export * from './security';
export * from './telemetry';
export { Upload, type UploadOptions } from './upload';
