import type { ReactNode } from 'react';
import { Tabs } from '@mantine/core';
import { useAddressState } from '~/app/address-state';

export interface Tab {
  /** In the address: ?tab=people. */
  readonly id: string;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

export function PageTabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  const first = tabs[0]?.id ?? '';
  const [chosen, choose] = useAddressState('tab', first);
  const active = tabs.some(({ id }) => id === chosen) ? chosen : first;
  return (
    <Tabs value={active} onChange={(id) => choose(id ?? first)} keepMounted={false}>
      <Tabs.List aria-label={label} mb="md">
        {tabs.map(({ id, label }) => (
          <Tabs.Tab key={id} value={id}>
            {label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, content }) => (
        <Tabs.Panel key={id} value={id}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
