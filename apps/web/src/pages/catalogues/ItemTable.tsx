import { ActionIcon } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useAddressState } from '~/app/address-state';
import { EmptyState } from '~/ui';
import classes from './ItemTable.module.css';
import { Described, OwnGuidance, ShippedWords } from './Said';
import { t } from './texts';
import { describes, type Item, type Words } from './use-words';

interface ItemTableProps {
  words: Words;
  onEdit?: (itemId: string) => void;
}

/** Any other catalogue as a table: what is asked, under its heading, with what it says at each score. */
export function ItemTable({ words, onEdit }: ItemTableProps) {
  const [q] = useAddressState('q');
  const items = words.asked.filter((item) => says(words, item, q));
  const scores = scoreColumns(words);
  if (items.length === 0) return <EmptyState title={t('found.none')} text={t('found.noneText')} />;
  const sections = [...new Set(items.map(({ section }) => section))];
  const noted = items.some(({ note }) => note !== null);
  return (
    <table className={classes['table']} data-scored={scores.length > 0 || undefined}>
      <caption>{words.catalogue.name}</caption>
      <thead>
        <tr>
          <th scope="col">{t('table.item')}</th>
          {noted && <th scope="col">{t('table.note')}</th>}
          {scores.map((score) => (
            <th key={score} scope="col">
              {score} {words.label(`scale.${score}`, '')}
            </th>
          ))}
        </tr>
      </thead>
      {sections.map((section) => (
        <tbody key={section}>
          {section !== null && (
            <tr>
              <th scope="rowgroup" colSpan={1 + Number(noted) + scores.length} className={classes['section']}>
                {section}
              </th>
            </tr>
          )}
          {items
            .filter((item) => item.section === section)
            .map((item) => (
              <tr key={item.id} id={item.id}>
                <th scope="row">
                  <span className={classes['label']}>
                    {item.label}
                    {onEdit && <Edit item={item} onEdit={onEdit} />}
                  </span>
                  {item.help && <p>{item.help}</p>}
                  <ShippedWords item={item} />
                  <OwnGuidance item={item} />
                  {scores.length === 0 && <Described items={words.descriptionsOf(item.id)} />}
                </th>
                {noted && <td data-label={t('table.note')}>{item.note}</td>}
                {scores.map((score) => (
                  <td key={score} data-label={`${score} ${words.label(`scale.${score}`, '')}`}>
                    {words.item(`${item.id}.${score}`)?.label}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      ))}
    </table>
  );
}

/** The scores that every item describes; none where descriptions are a list. */
function scoreColumns(words: Words): string[] {
  const [first] = words.asked;
  const described = first ? words.descriptionsOf(first.id).map(describes) : [];
  return described.every((score) => words.item(`scale.${score}`)) ? described : [];
}

function Edit({ item, onEdit }: { item: Item; onEdit: (itemId: string) => void }) {
  return (
    <ActionIcon
      variant="subtle"
      size="sm"
      aria-label={t('words.edit', { item: item.label })}
      onClick={() => onEdit(item.id)}
      data-screen-only
    >
      <IconPencil size={14} />
    </ActionIcon>
  );
}

function says(words: Words, item: Item, q: string): boolean {
  const sought = q.toLocaleLowerCase();
  return [item, ...words.descriptionsOf(item.id)].some(({ label, help, guidance, section, shipped }) =>
    [label, help, guidance, section, shipped.label].some((text) => text?.toLocaleLowerCase().includes(sought)),
  );
}
