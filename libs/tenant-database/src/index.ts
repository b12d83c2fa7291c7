export { inTenant } from './in-tenant';
export * from './passing';
