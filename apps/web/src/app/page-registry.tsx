import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { TablerIcon } from '@tabler/icons-react';
import type { FrameText } from '~/i18n';
import { PageSkeleton } from '~/ui/PageSkeleton';
import { PermissionGate } from './PermissionGate';

export interface TenantPage {
  /** Below /t/:tenant: `portfolio/:accountId`. */
  readonly path: string;
  /** The page's module; its default export is the page. */
  readonly load: () => Promise<{ default: ComponentType }>;
  readonly permission?: string;
  /** Reads again by itself when others change what it shows. */
  readonly live?: boolean;
  readonly rail?: {
    readonly text: FrameText;
    readonly icon: TablerIcon;
    /** The question the page answers, for the way there from Home. */
    readonly question?: FrameText;
  };
}

export type RailPage = TenantPage & Required<Pick<TenantPage, 'rail'>>;

export const railPages = (pages: readonly TenantPage[], permissions: readonly string[]): RailPage[] =>
  pages.filter((page): page is RailPage => !!page.rail && (!page.permission || permissions.includes(page.permission)));

export function lazyPage(page: TenantPage): ReactNode {
  const Component = lazy(page.load);
  return (
    <PermissionGate permission={page.permission}>
      <Suspense fallback={<PageSkeleton />}>
        <Component />
      </Suspense>
    </PermissionGate>
  );
}
