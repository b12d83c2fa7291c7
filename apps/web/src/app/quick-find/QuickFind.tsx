import { useId, useState, type KeyboardEvent } from 'react';
import { Modal, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { t } from '~/i18n';
import { useReturnFocus } from '~/ui/use-return-focus';
import { useNavigateTenant, useTenantAlias } from '../address';
import { useAsAt } from '../as-at';
import type { RailPage } from '../page-registry';
import { useTenantMe } from '../tenant';
import { searchProviders } from './providers';
import classes from './QuickFind.module.css';
import type { Found } from './search';

const nothing: readonly Found[] = [];

/** Finds pages and records by name, from anywhere, with the keyboard alone. */
export default function QuickFind({ pages, onClose }: { pages: readonly RailPage[]; onClose: () => void }) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 150);
  const found = useFound(asked, pages);
  const go = useNavigateTenant();
  const list = useId();
  useReturnFocus();

  const open = (chosen: Found | undefined) => {
    if (!chosen) return;
    onClose();
    go(chosen.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) setActive((active + step + found.length) % found.length);
    else if (event.key === 'Enter') open(found[active]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      size={560}
      yOffset="12dvh"
      attributes={{ content: { 'aria-label': t('find.open') } }}
    >
      <TextInput
        size="lg"
        variant="unstyled"
        px="md"
        data-autofocus
        role="combobox"
        aria-label={t('find.placeholder')}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found[active] && `${list}-${active}`}
        placeholder={t('find.placeholder')}
        value={text}
        onChange={(typed) => {
          setText(typed.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t('find.open')} className={classes['list']}>
        {found.map((item, index) => (
          <div key={item.id} role="presentation">
            {item.group !== found[index - 1]?.group && <div className={classes['group']}>{item.group}</div>}
            <div
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classes['option']}
              ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
              onPointerMove={() => setActive(index)}
              onClick={() => open(item)}
            >
              <span>{item.title}</span>
              <span className={classes['note']}>{item.note}</span>
            </div>
          </div>
        ))}
      </div>
      <VisuallyHidden role="status">{t('find.results', { n: found.length })}</VisuallyHidden>
      {found.length === 0 && asked !== '' && (
        <Text c="dimmed" p="md" pt={0} size="sm">
          {t('find.nothing', { text: asked })}
        </Text>
      )}
    </Modal>
  );
}

function useFound(text: string, pages: readonly RailPage[]): readonly Found[] {
  const tenant = useTenantAlias();
  const asAt = useAsAt();
  const { permissions } = useTenantMe();
  const { data } = useQuery({
    queryKey: [tenant, 'quick-find', text, asAt],
    queryFn: async ({ signal }) => {
      const context = { tenant, permissions, pages, asAt, signal };
      return (await Promise.all(searchProviders.map((find) => find(text, context)))).flat();
    },
    placeholderData: keepPreviousData,
  });
  return data ?? nothing;
}
