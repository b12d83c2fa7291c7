import { TenantLink } from '~/app/TenantLink';
import { useCatalogue } from '../audits/catalogue';
import classes from './Bases.module.css';
import type { Words } from './use-words';

interface BasesProps {
  title: string;
  ids: readonly string[];
  words: Words;
}

/** Actions of the same element at other levels; each leads to the stream that it stands in. */
export function Bases({ title, ids, words }: BasesProps) {
  const { data: catalogue } = useCatalogue(words.catalogue.catalogueVersion);
  if (ids.length === 0 || !catalogue) return null;
  return (
    <div className={classes['bases']}>
      <span className={classes['title']}>{title}</span>
      <ul>
        {ids.map((id) => (
          <li key={id} title={words.label(id, catalogue.action(id).label)}>
            <TenantLink to={`audits/catalogue?stream=${catalogue.action(id).contributoryStream}#${id}`}>
              {id} {words.label(id, catalogue.action(id).label)}
            </TenantLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
