export { inTenant } from './in-tenant';
