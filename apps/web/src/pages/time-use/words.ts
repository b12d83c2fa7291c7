import { useRead } from '~/api/use-read';
import { language } from '~/i18n/catalogue';

export interface Activity {
  readonly id: string;
  readonly label: string;
  readonly help: string | null;
}

export interface Driver {
  readonly id: string;
  readonly label: string;
  readonly responses: readonly string[];
}

/** The twelve activities in their order, in the enterprise's own words where it has any. */
export function useActivities(): readonly Activity[] | undefined {
  const { data } = useRead('/api/t/{tenant}/catalogues/{kind}', {
    path: { kind: 'time-allocation' },
    query: { language },
  });
  return data?.items;
}

/** What drives people to sell, with what answers each driver. */
export function useSellingDrivers(): readonly Driver[] | undefined {
  const { data } = useRead('/api/t/{tenant}/catalogues/{kind}', {
    path: { kind: 'selling-drivers' },
    query: { language },
  });
  return data?.items
    .filter(({ sort }) => sort === 'asked')
    .map(({ id, label }) => ({
      id,
      label,
      responses: data.items.filter((item) => item.of === id).map((response) => response.label),
    }));
}

export const labelOf = (activities: readonly Activity[] | undefined, id: string): string =>
  activities?.find((activity) => activity.id === id)?.label ?? id;
