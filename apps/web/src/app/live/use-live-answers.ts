import { useRef } from 'react';
import { type Query, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { matchRoutes, useLocation } from 'react-router';
import { rememberPosition } from '~/api/position';
import { read } from '~/api/read';
import { t } from '~/i18n';
import { announce } from '~/ui/announce';
import { useTenantAlias } from '../address';
import { useAsAt } from '../as-at';
import type { TenantPage } from '../page-registry';
import { useTenantMe } from '../tenant';
import { type Changes, concerned } from './concerned';

const EVERY_SECONDS = 5;
const path = '/api/t/{tenant}/history/changes';

/**
 * Keeps what is on the screen up to date with what others decide: asks every few seconds what was changed, and lets the
 * open page read again where that may show on it. What stood there stays until the new is there, and stays the same
 * where nothing differs. The past is never read again, and nothing moves under whoever is filling in a form: what came
 * in between shows when the form is closed, so that a command still meets the version that the person had before them.
 */
export function useLiveAnswers(pages: readonly TenantPage[]): void {
  const tenant = useTenantAlias();
  const asAt = useAsAt();
  const queries = useQueryClient();
  const { person, permissions } = useTenantMe();
  const page = usePage(pages);
  const state = useRef<{ tenant: string; position?: string; waiting: Changes[] }>({ tenant, waiting: [] });
  useQuery({
    // Not beneath the tenant: a command makes everything stale that is.
    queryKey: ['changes', tenant],
    queryFn: async ({ signal }) => {
      if (state.current.tenant !== tenant) state.current = { tenant, waiting: [] };
      const seen = state.current;
      const changes = await read<Changes>(path, { tenant }, { after: seen.position }, signal);
      if (changes.position !== null) {
        rememberPosition(changes.position);
        seen.position = changes.position;
      }
      if (concerned(changes, undefined)) seen.waiting.push(changes);
      if (seen.waiting.length > 0 && !isFillingIn()) {
        const waiting = seen.waiting.splice(0);
        await refresh(queries, tenant, page.live && waiting.some((of) => concerned(of, page.accountId)), () => {
          if (waiting.some(({ by }) => by.some((id) => id !== person.id))) announce(t('live.changed'));
        });
      }
      return changes;
    },
    enabled: asAt === undefined && permissions.includes('history.of-record'),
    refetchInterval: EVERY_SECONDS * 1_000,
    staleTime: 0,
  });
}

/** Whether the page at this address shows what others change, and the account it is about. */
function usePage(pages: readonly TenantPage[]): { live: boolean; accountId: string | undefined } {
  const { pathname } = useLocation();
  const routes = pages.map(({ path, live }) => ({ path: `/t/:tenant/${path}`, handle: live }));
  const match = matchRoutes(routes, pathname)?.at(-1);
  return { live: match?.route.handle === true, accountId: match?.params['accountId'] };
}

/** Answers that nobody looks at are read when they are next needed; those on the screen now. */
async function refresh(queries: QueryClient, tenant: string, shown: boolean, onDifferent: () => void): Promise<void> {
  const ofTenant = ({ queryKey }: Query) => queryKey[0] === tenant;
  void queries.invalidateQueries({ predicate: (query) => ofTenant(query) && !query.isActive() });
  if (!shown) return;
  const active = queries.getQueryCache().findAll({ type: 'active', predicate: ofTenant });
  const before = active.map(({ state }) => state.data);
  const focused = document.activeElement;
  await queries.invalidateQueries({ predicate: (query) => active.includes(query) });
  if (active.some(({ state }, index) => state.data !== before[index])) {
    onDifferent();
    keepPlace(focused);
  }
}

/** Whoever stood on what is gone now, such as a button that a decision took away, goes on from the page's beginning. */
function keepPlace(focused: Element | null): void {
  requestAnimationFrame(() => {
    if (focused === null || focused.isConnected || document.activeElement !== document.body) return;
    document.getElementById('page')?.focus({ preventScroll: true });
  });
}

/** Forms stand in dialogues, and are gone when they are closed; what is changed on the page itself says so. */
const isFillingIn = () => document.querySelector('main form, [role="dialog"], [data-unsaved]') !== null;
