import { Anchor } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { usePublishedCatalogue } from '../audits/catalogue';
import classes from './Bases.module.css';
import type { Words } from './use-words';

interface BasesProps {
  title: string;
  ids: readonly string[];
  words: Words;
}

/** Actions of the same element at other levels; each leads to its place in the stream that it stands in. */
export function Bases({ title, ids, words }: BasesProps) {
  const [search] = useSearchParams();
  const { data: catalogue } = usePublishedCatalogue(words.catalogue.catalogueVersion);
  if (ids.length === 0 || !catalogue) return null;
  const place = (id: string) => {
    const to = new URLSearchParams(search);
    to.delete('q');
    to.set('stream', catalogue.action(id).contributoryStream);
    to.set('action', id);
    return { search: to.toString() };
  };
  return (
    <div className={classes['bases']}>
      <span className={classes['title']}>{title}</span>
      <ul>
        {ids.map((id) => (
          <li key={id} title={words.label(id, catalogue.action(id).label)}>
            <Anchor component={Link} to={place(id)} inherit>
              {id} {words.label(id, catalogue.action(id).label)}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  );
}
