import { type FrameText, t } from '~/i18n';
import { en } from '~/i18n/en';

/** Name of a kind of change in the audit history: `plan-revision` is "Plan revision". */
export function kindText(kind: string): string {
  const key = `kind.${kind}`;
  return key in en ? t(key as FrameText) : sentence(kind);
}

/** What a name of a field does not say by itself; ids are shown without their ending. */
const abbreviations: Readonly<Record<string, string>> = { duns: 'D-U-N-S number', vat: 'VAT number', crm: 'CRM id' };

/** `planReviewDays`, `plan-review-days`: Plan review days. */
export function sentence(name: string): string {
  if (Object.hasOwn(abbreviations, name)) return abbreviations[name]!;
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
