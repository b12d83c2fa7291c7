import { t } from '~/i18n';
import classes from './ChangedFields.module.css';
import { sentence } from './kind-text';
import { RecordedValue } from './RecordedValue';
import { changedFields } from './recorded-changes';

/** Before and after of one change, field by field. */
export function ChangedFields({ before, after }: { before: unknown; after: unknown }) {
  const changes = changedFields(before, after);
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
        {changes.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row">{sentence(field.replace(/Ids?$/, ''))}</th>
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
