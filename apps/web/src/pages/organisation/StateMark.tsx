import { MaturityMark } from '~/ui';
import type { OrganisationCatalogue } from './catalogue';
import type { Score } from './types';

/** One of the four states: its figure on its tone, and its name. */
export function StateMark({
  score,
  catalogue,
  words = true,
}: {
  score: Score;
  catalogue: OrganisationCatalogue;
  words?: boolean;
}) {
  return <MaturityMark level={score} words={words} text={catalogue.stateName(score)} />;
}
