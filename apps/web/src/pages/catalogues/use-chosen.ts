import { useAddressState } from '~/app/address-state';
import { usePublishedCatalogue } from '../audits/catalogue';
import { t } from './texts';
import type { Words } from './use-words';

/** In the address; undefined is the present one. */
export function useChosenVersion(): number | undefined {
  const [version] = useAddressState('version');
  return /^[1-9]\d{0,5}$/.test(version) ? Number(version) : undefined;
}

/** The contributory stream being read; the first where none is chosen. */
export const useChosenStream = () => useAddressState('stream', 'goals-strategy');

/** The page's answer in a sentence. */
export function useAnswer(words: Words | undefined): string | undefined {
  const [stream] = useChosenStream();
  const isAudit = words?.catalogue.kind === 'phase-audit';
  const { data: catalogue } = usePublishedCatalogue(isAudit ? words.catalogue.catalogueVersion : undefined);
  if (!words || (isAudit && !catalogue)) return undefined;
  if (!catalogue) return words.catalogue.about;
  const actions = catalogue.actions.filter(({ contributoryStream }) => contributoryStream === stream);
  const [first, last] = [actions[0], actions.at(-1)];
  if (!first || !last) return words.catalogue.about;
  const period = ({ phase, period }: typeof first) =>
    `${phase}${period} ${words.label(`period.${phase}${period}`, catalogue.periodName(phase, period))}`;
  return t('answer.stream', {
    stream: words.label(`stream.${stream}`, catalogue.streamName(stream)),
    n: actions.length,
    first: period(first),
    last: period(last),
    points: actions.length * 3,
  });
}
