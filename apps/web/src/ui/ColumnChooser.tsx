import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useAddressState } from '~/app/address-state';
import { t } from '~/i18n';
import type { Column } from './data-table/column';

const PARAM = 'columns';

/**
 * The columns that the address names, in their order; without it the `usual` ones. The first column names the row and
 * always stands.
 */
export function useChosenColumns<Row>(all: readonly Column<Row>[], usual: readonly string[]) {
  const [text, setText] = useAddressState(PARAM);
  const asked = text === '' ? usual : text.split(',');
  const [first, ...others] = all;
  const chosen = asked.flatMap((id) => others.find((column) => column.id === id) ?? []);
  const ids = chosen.map(({ id }) => id);
  const choose = (now: readonly string[]) => {
    const same = now.length === usual.length && usual.every((id, index) => now[index] === id);
    setText(same ? '' : now.join(','));
  };
  return { columns: first ? [first, ...chosen] : [], ids, choose };
}

interface ColumnChooserProps<Row> {
  all: readonly Column<Row>[];
  ids: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}

/** Which columns a list shows; in the address, so that a link shows the same. */
export function ColumnChooser<Row>({ all, ids, onChoose }: ColumnChooserProps<Row>) {
  const others = all.slice(1);
  const toggle = (id: string, shown: boolean) =>
    onChoose(others.map((column) => column.id).filter((other) => (other === id ? shown : ids.includes(other))));
  return (
    <Popover position="bottom-end" withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={16} />}>
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')} mah={420} style={{ overflowY: 'auto' }}>
        <Stack gap="xs">
          {others.map(({ id, header }) => (
            <Checkbox
              key={id}
              label={header}
              checked={ids.includes(id)}
              onChange={({ currentTarget }) => toggle(id, currentTarget.checked)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
