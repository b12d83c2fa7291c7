import { NavLink } from 'react-router';
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
  return (
    <nav aria-label={label} className={classes['section']} data-screen-only>
      {pages.map(({ path, label: name, exact }) => (
        <NavLink key={path} to={address(path)} end={exact} className={classes['link']}>
          {name}
        </NavLink>
      ))}
    </nav>
  );
}
