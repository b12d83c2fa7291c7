import { useEffect, useMemo } from 'react';
import { Skeleton, Switch } from '@mantine/core';
import { useAddressState } from '~/app/address-state';
import { EmptyState } from '~/ui';
import { type Action, usePublishedCatalogue } from '../audits/catalogue';
import { ActionCard } from './ActionCard';
import { Links } from './links';
import { StreamBoard } from './StreamBoard';
import classes from './StreamView.module.css';
import { t } from './texts';
import { useChosenStream } from './use-chosen';
import type { Words } from './use-words';

interface StreamViewProps {
  words: Words;
  onEdit?: (itemId: string) => void;
}

/** One contributory stream across all phases side by side; or, while searching, every action found. */
export function StreamView({ words, onEdit }: StreamViewProps) {
  const [q] = useAddressState('q');
  const [stream] = useChosenStream();
  const [guidance, setGuidance] = useAddressState('guidance');
  const { data: catalogue } = usePublishedCatalogue(words.catalogue.catalogueVersion);
  const [action] = useAddressState('action');
  useEffect(() => {
    if (catalogue && action) document.getElementById(action)?.focus();
  }, [catalogue, action, stream]);
  const links = useMemo(() => new Links(catalogue?.actions ?? []), [catalogue]);
  if (!catalogue) return <Skeleton h={480} />;
  const shared = { words, links, withGuidance: guidance !== 'off', onEdit };
  const found = q ? catalogue.actions.filter((action) => says(words, action, q)) : [];
  return (
    <div className={classes['view']}>
      {catalogue.actions.some((action) => action.guidance) && (
        <div data-screen-only>
          <Switch
            label={t('read.guidance')}
            checked={guidance !== 'off'}
            onChange={(event) => setGuidance(event.currentTarget.checked ? '' : 'off')}
          />
        </div>
      )}
      {!q ? (
        <StreamBoard catalogue={catalogue} stream={stream} {...shared} />
      ) : found.length === 0 ? (
        <EmptyState title={t('found.none')} text={t('found.noneText')} />
      ) : (
        <>
          <p role="status" className={classes['found']}>
            {t('found', { n: found.length })}
          </p>
          <div className={classes['results']}>
            {found.map((action) => (
              <ActionCard key={action.id} action={action} {...shared} />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function says(words: Words, { id }: Action, q: string): boolean {
  const item = words.item(id);
  const texts = [id, item?.label, item?.help, item?.guidance, item?.shipped.label, item?.shipped.help];
  const described = words.descriptionsOf(id).map(({ label }) => label);
  const sought = q.toLocaleLowerCase();
  return [...texts, ...described].some((text) => text?.toLocaleLowerCase().includes(sought));
}
