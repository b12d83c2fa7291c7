import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import type { Action } from '../audits/catalogue';
import classes from './ActionCard.module.css';
import { Bases } from './Bases';
import type { Links, Relation } from './links';
import { Described, OwnGuidance, ShippedWords } from './Said';
import { t } from './texts';
import type { Words } from './use-words';

interface ActionCardProps {
  action: Action;
  words: Words;
  links: Links;
  withGuidance: boolean;
  /** To the action pointed at. */
  relation?: Relation;
  onPoint?: () => void;
  onLeave?: () => void;
  onEdit?: (itemId: string) => void;
}

/** One action: what is asked, what is found at each score, what it builds on. */
export function ActionCard(props: ActionCardProps) {
  const { action, words, links, withGuidance, relation, onPoint, onLeave, onEdit } = props;
  const item = words.item(action.id);
  if (!item) return null;
  return (
    <article
      id={action.id}
      className={classes['card']}
      data-relation={relation}
      tabIndex={0}
      aria-label={`${action.id} ${item.label}`}
      onMouseEnter={onPoint}
      onMouseLeave={onLeave}
      onFocus={onPoint}
      onBlur={onLeave}
    >
      <header className={classes['head']}>
        <span className={classes['id']}>{action.id}</span>
        {(relation === 'base' || relation === 'built') && (
          <span className={classes['relation']}>{t(`relation.${relation}`)}</span>
        )}
        {onEdit && (
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={t('words.edit', { item: item.label })}
            onClick={() => onEdit(action.id)}
            className={classes['edit']}
            data-screen-only
          >
            <IconPencil size={14} />
          </ActionIcon>
        )}
      </header>
      <h4>{item.label}</h4>
      <p>{item.help}</p>
      <ShippedWords item={item} />
      <OwnGuidance item={item} />
      {withGuidance && <Described items={words.descriptionsOf(action.id)} />}
      <Bases title={t('action.builds')} ids={links.buildsOn(action.id)} words={words} />
      <Bases title={t('action.bases')} ids={links.builtOnBy(action.id)} words={words} />
    </article>
  );
}
