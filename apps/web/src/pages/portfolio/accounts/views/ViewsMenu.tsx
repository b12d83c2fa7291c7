import { useState } from 'react';
import { Button, Menu } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import { useCommand } from '~/api/use-command';
import { useCanChange } from '~/app/tenant';
import { announce } from '~/ui';
import { t } from './texts';
import { useViews, type View } from './use-views';
import { keptOf, withView } from './view-address';
import { ViewForm } from './ViewForm';

/** Views of the list: choose one, keep what is shown as one, share it, let the list open with it. */
export function ViewsMenu({ columns }: { columns: readonly string[] }) {
  const { data } = useViews();
  const [search, setSearch] = useSearchParams();
  const may = useCanChange('portfolio.views');
  const change = useCommand('patch', '/api/t/{tenant}/list-views/{viewId}');
  const [form, setForm] = useState<View | 'new'>();
  const views = data?.items ?? [];
  const chosen = views.find(({ id }) => id === search.get('view'));
  const choose = (view: View | undefined) => setSearch(withView(search, view), { replace: true });
  const present = { query: keptOf(search), columns: search.has('columns') ? [...columns] : null };
  const update = async ({ id, name }: View) => {
    await change.mutateAsync({ path: { viewId: id }, body: present });
    announce(t('updated', { name }));
  };
  const differs = chosen && (chosen.query !== present.query || String(chosen.columns) !== String(present.columns));
  const items = (own: boolean) =>
    views
      .filter((view) => view.own === own)
      .map((view) => (
        <Menu.Item key={view.id} aria-current={view === chosen ? 'true' : undefined} onClick={() => choose(view)}>
          {view.opens
            ? t('opens', { name: view.name })
            : own && view.shared
              ? t('sharedOwn', { name: view.name })
              : view.name}
        </Menu.Item>
      ));
  const shared = items(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} />}>
            {chosen?.name ?? t('open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => choose(undefined)}>{t('plain')}</Menu.Item>
          <Menu.Label>{views.length === 0 ? t('none') : t('own')}</Menu.Label>
          {items(true)}
          {shared.length > 0 && <Menu.Label>{t('shared')}</Menu.Label>}
          {shared}
          {may && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setForm('new')}>{t('save')}</Menu.Item>
              {chosen?.own && differs && (
                <Menu.Item onClick={() => void update(chosen)}>{t('update', { name: chosen.name })}</Menu.Item>
              )}
              {chosen && <Menu.Item onClick={() => setForm(chosen)}>{t('manage', { name: chosen.name })}</Menu.Item>}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {form && (
        <ViewForm
          view={form === 'new' ? undefined : form}
          present={present}
          onClose={() => setForm(undefined)}
          onKept={(id) =>
            setSearch(
              (now) => new URLSearchParams([...now].filter(([name]) => name !== 'view').concat([['view', id]])),
              { replace: true },
            )
          }
          onDeleted={() => choose(undefined)}
        />
      )}
    </>
  );
}
