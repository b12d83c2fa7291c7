import { isPosition, type RequestContext } from '@mainstay/event-sourcing';
import { reachOf } from '@mainstay/portfolio';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { historyEntry } from '../entry/history-entry.table';
import { ofSeenAccounts } from './conditions';
import { readableTypes } from './record-access';

/** Whoever missed more than that reads everything again. */
const MOST = 500;

export const changesQuery = z.strictObject({
  after: z
    .string()
    .refine(isPosition, 'must be the position of an answer before')
    .optional()
    .describe('`position` of the answer before; without it the answer says only where the history stands'),
});

export const changesAnswer = z.object({
  position: z.string().nullable().describe('The latest change; null where nothing was ever recorded'),
  accountIds: z.array(z.string()).describe('Accounts that were changed, as far as the person sees them'),
  types: z.array(z.string()).describe('Types of the other records that were changed and that the person may read'),
  by: z.array(z.string()).describe('Who changed them'),
  complete: z.boolean().describe('False: more was changed than is told here'),
});
export type Changes = z.infer<typeof changesAnswer>;

interface Changed {
  readonly position: string;
  readonly accountId: string | null;
  readonly type: string;
  readonly actor: string;
  readonly seen: boolean;
}

/** What was changed since an answer before, so that a page that is open knows whether to read again. */
export async function changesAfter(
  manager: EntityManager,
  context: RequestContext,
  after: string | undefined,
): Promise<Changes> {
  const reach = reachOf(context);
  const query = manager
    .createQueryBuilder(historyEntry.entity, 'entry')
    .select('entry.position', 'position')
    .addSelect('entry.account_id', 'accountId')
    .addSelect('entry.subject_type', 'type')
    .addSelect('entry.actor', 'actor')
    .addSelect(reach ? ofSeenAccounts(reach(':reader')) : 'true', 'seen')
    .setParameter('reader', context.actor)
    .orderBy('entry.position', 'DESC')
    .limit(after === undefined ? 1 : MOST + 1);
  if (after !== undefined) query.where('entry.position > :after', { after });
  const found = await query.getRawMany<Changed>();
  const readable = readableTypes(context);
  const told = after === undefined ? [] : found.filter(({ seen, type }) => seen && readable.has(type));
  return {
    position: found[0]?.position ?? after ?? null,
    accountIds: distinct(told.flatMap(({ accountId }) => accountId ?? [])),
    types: distinct(told.filter(({ accountId }) => accountId === null).map(({ type }) => type)),
    by: distinct(told.map(({ actor }) => actor)),
    complete: found.length <= MOST,
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();
