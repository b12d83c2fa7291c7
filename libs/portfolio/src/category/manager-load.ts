import type { Category } from '../account/category';
import type { CategorySetting } from './categories.events';

/**
 * The work of one manager with all accounts that he or she leads, in per cent of one manager's whole work; a category that
 * says nothing of it takes none.
 */
export const loadOfAccounts = (led: readonly Category[], settings: readonly CategorySetting[]): number =>
  Math.round(
    led.reduce((sum, category) => {
      const each = settings.find(({ id }) => id === category)?.entitlement.accountsPerManager;
      return each ? sum + 100 / each : sum;
    }, 0),
  );
