import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import { useTenantAddress } from '~/app/address';
import classes from './SectionNav.module.css';

export interface SectionPage {
  /** Below the tenant: `audits/litmus`. */
  readonly path: string;
  readonly label: string;
  /** The page is current only at its very address, not on the pages below it. */
  readonly exact?: boolean;
}

/** The pages of one section of the rail, beside each other above the title. */
export function SectionNav({ label, pages }: { label: string; pages: readonly SectionPage[] }) {
  const address = useTenantAddress();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => showCurrent(nav.current), [pathname]);
  return (
    <nav ref={nav} aria-label={label} className={classes['section']} data-screen-only>
      {pages.map(({ path, label: name, exact }) => (
        <NavLink key={path} to={address(path)} end={exact} className={classes['link']}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}

/** On a phone the pages do not all fit: the one that is open comes to the middle. */
function showCurrent(nav: HTMLElement | null): void {
  const current = nav?.querySelector<HTMLElement>('[aria-current="page"]');
  if (!nav || !current) return;
  nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;
}
