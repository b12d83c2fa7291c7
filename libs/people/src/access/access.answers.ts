import { roles } from '@mainstay/event-sourcing';
import { tableFormat } from '@mainstay/http';
import { z } from 'zod';

const role = z.enum(roles);
const states = z.enum(['active', 'invited']);
const reason = z.string().trim().max(1_000);
const held = z
  .array(role)
  .max(roles.length)
  .refine((given) => new Set(given).size === given.length, 'must name each role once');

export const accessMember = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  email: z.string().nullable(),
  roles: z.array(role).describe('What the person may do follows from them; see /api/policy'),
  state: states.describe('invited: has not signed in yet'),
});
export const accessPage = z.object({ items: z.array(accessMember), total: z.int(), next: z.string().nullable() });

const filter = z.object({ q: z.string().trim().max(100).optional(), role: role.optional(), state: states.optional() });
export const accessExport = filter.extend({ format: tableFormat });
export const accessQuery = filter.extend({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(500),
});

export const inviteBody = z.strictObject({
  name: z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters'),
  email: z.email('must be an e-mail address').max(254),
  roles: held.min(1, 'must name at least one role'),
  reason: reason.default(''),
});
export const invitation = z.object({
  personId: z.string(),
  oneTimePassword: z
    .string()
    .nullable()
    .describe('To be handed over, and never shown again; null where the sign-in service sends an e-mail itself'),
});
export const rolesBody = z.strictObject({ roles: held, reason: reason.min(1, 'must say why the roles change') });
export const removalBody = z.strictObject({ reason: reason.min(1, 'must say why the person is removed') });
