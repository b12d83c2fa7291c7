import { t } from '~/i18n';
import classes from './ChangedFields.module.css';
import { sentence } from './kind-text';
import { passagesOf } from './passages';
import { RecordedValue } from './RecordedValue';
import { changedFields } from './recorded-changes';

/** Before and after of one change, field by field. */
export function ChangedFields({ before, after }: { before: unknown; after: unknown }) {
  const changes = rowsOf(before, after);
  if (changes.length === 0) return null;
  return (
    <table className={classes['changes']}>
      <thead>
        <tr>
          <th scope="col">{t('history.what')}</th>
          <th scope="col">{t('history.before')}</th>
          <th scope="col">{t('history.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, what, before, after }) => (
          <tr key={key}>
            <th scope="row">{what}</th>
            <td>
              <RecordedValue value={before} />
            </td>
            <td>
              <RecordedValue value={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowsOf(before: unknown, after: unknown) {
  const passages = passagesOf({ before, after });
  if (!passages) return changedFields(before, after).map((change) => ({ ...change, key: change.field, what: named(change.field) }));
  return passages.map(({ section, item, title, field, before, after }) => ({
    key: `${section} ${item} ${field}`,
    what: [named(section), title, field && field !== section && named(field)].filter(Boolean).join(' · '),
    before,
    after,
  }));
}

/** An id is recorded, a name is shown. */
const named = (field: string) => sentence(field.replace(/Ids?$/, ''));
