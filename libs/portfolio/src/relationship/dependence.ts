import type { Columns } from '@mainstay/tabular';
import { paging, tableFormat } from '@mainstay/http';
import { z } from 'zod';
import { contactLevels } from '../contact/contact.events';
import type { Dependence } from './dependence.queries';

/** One person of ours, one contact there, nobody knows who has a say, data past its day. */
export const dependenceKinds = ['single-ours', 'single-theirs', 'gap', 'keep-until'] as const;
export type DependenceKind = (typeof dependenceKinds)[number];

export const dependenceFilter = z.object({
  q: z.string().trim().max(100).optional().describe('Part of the name or code of the account'),
  kind: z.enum(dependenceKinds).optional(),
  leadId: z.string().max(100).optional(),
  divisionId: z.string().max(100).optional(),
});
export type DependenceFilter = z.infer<typeof dependenceFilter>;
export const dependencePage = dependenceFilter.extend({
  ...paging,
});
export type DependencePage = z.infer<typeof dependencePage>;
export const dependenceExport = dependenceFilter.extend({ format: tableFormat });

const dependence = z.object({
  kind: z.enum(dependenceKinds),
  accountId: z.string(),
  code: z.string(),
  name: z.string(),
  category: z.string(),
  leadId: z.string().nullable(),
  personId: z.string().nullable().describe('Of ours: on whom all hangs'),
  contactId: z.string().nullable().describe('At the customer: on whom all hangs, whom nobody knows, whose data is due'),
  contactName: z.string().nullable().describe('Null once the person was erased'),
  level: z.enum(contactLevels).nullable(),
  contacts: z.int().describe('Contacts that hang on it'),
  keepUntil: z.iso.date().nullable(),
});
export const dependenceAnswer = z.object({
  items: z.array(dependence),
  counts: z
    .object({ 'single-ours': z.int(), 'single-theirs': z.int(), gap: z.int(), 'keep-until': z.int() })
    .describe('Of each kind under the other filters'),
  next: z.string().nullable(),
});

export const dependenceColumns: Columns<Dependence> = {
  Finding: ({ kind }) => kind,
  Code: ({ code }) => code,
  Account: ({ name }) => name,
  Category: ({ category }) => category,
  'Lead id': ({ leadId }) => leadId,
  'Person of ours (id)': ({ personId }) => personId,
  Contact: ({ contactName }) => contactName,
  Level: ({ level }) => level,
  'Contacts that hang on it': ({ contacts }) => contacts,
  'Keep until': ({ keepUntil }) => keepUntil,
};
