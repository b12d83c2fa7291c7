import { Fragment } from 'react';
import { RecordedValue } from '~/ui';
import { sentence } from '~/ui/kind-text';
import { changedFields } from '~/ui/recorded-changes';
import { passagesOf } from '~/ui/passages';
import type { Entry } from './entry';
import classes from './history.module.css';
import { t } from './texts';

const MOST = 2;

/** Before and after in a few words; the whole of it is in the drawer. */
export function ShortChange({ entry }: { entry: Entry }) {
  const { before, after } = entry;
  const passages = passagesOf(entry);
  if (passages) {
    const parts = [...new Set(passages.map(({ section }) => sentence(section)))];
    return (
      <>
        {revisionText(entry.detail)}
        {t('short.plan', { n: passages.length })}: {parts.join(', ')}
      </>
    );
  }
  const changes = changedFields(before, after).filter(({ before, after }) => isShort(before) && isShort(after));
  if (before === null || before === undefined) return <Made changes={changes} />;
  // What was there before and reads differently now; what only came along is in the drawer.
  const replaced = changes.filter((change) => change.before !== undefined);
  const shown = (replaced.length > 0 ? replaced : changes).slice(0, MOST);
  const rest = replaced.length - shown.length;
  return (
    <>
      {shown.map(({ field, before, after }) => (
        <span key={field} className={classes['short']}>
          {field && `${sentence(field.replace(/Ids?$/, ''))} `}
          <RecordedValue value={brief(before)} /> → <RecordedValue value={brief(after)} />
        </span>
      ))}
      {rest > 0 && <span className={classes['rest']}>{t('short.more', { n: rest })}</span>}
    </>
  );
}

/** `revision 3` is told as the step from the revision before. */
function revisionText(detail: string | null): string {
  const to = Number(/\d+$/.exec(detail ?? '')?.[0]);
  return to > 1 ? `${t('short.revision', { from: to - 1, to })} ` : '';
}

/** What came to be, where there was nothing before. */
function Made({ changes }: { changes: ReturnType<typeof changedFields> }) {
  return (
    <>
      {changes.slice(0, MOST).map(({ field, after }, index) => (
        <Fragment key={field}>
          {index > 0 && ', '}
          {field && `${sentence(field.replace(/Ids?$/, ''))} `}
          <RecordedValue value={brief(after)} />
        </Fragment>
      ))}
    </>
  );
}

/** The hash of a file by its beginning. */
const brief = (value: unknown): unknown =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? `${value.slice(0, 12)}…` : value;

/** Fits into a line of a table. */
const isShort = (value: unknown): boolean =>
  value === null ||
  typeof value !== 'object' ||
  'personalData' in value ||
  (Array.isArray(value) && value.length < 4 && value.every((one) => typeof one !== 'object'));
