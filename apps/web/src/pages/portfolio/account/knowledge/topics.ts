import { t } from './texts';

const known = ['research', 'strategy', 'needs', 'organisation', 'other'] as const;

/** What a note may be about, as a choice. */
export const topics = () => known.map((value) => ({ value, label: t(`topic.${value}`) }));
