import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import classes from './Headings.module.css';
import { ShippedWords } from './Said';
import { t } from './texts';
import type { Words } from './use-words';

/** What the catalogue calls its parts; they have own words like everything else. */
export function Headings({ words, onEdit }: { words: Words; onEdit?: (itemId: string) => void }) {
  if (words.headings.length === 0) return null;
  return (
    <details className={classes['headings']}>
      <summary>{t('names')}</summary>
      <dl>
        {words.headings.map((item) => (
          <div key={item.id}>
            <dt>
              {item.label}
              {onEdit && (
                <ActionIcon
                  variant="subtle"
                  size="sm"
                  aria-label={t('words.edit', { item: item.label })}
                  onClick={() => onEdit(item.id)}
                  data-screen-only
                >
                  <IconPencil size={14} />
                </ActionIcon>
              )}
            </dt>
            <dd>
              {item.help}
              <ShippedWords item={item} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
