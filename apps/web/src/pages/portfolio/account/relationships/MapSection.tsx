import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import { day } from '~/i18n/format';
import { ChartFrame, type Column, usePeople } from '~/ui';
import { ConnectForm } from './ConnectForm';
import { PairDrawer } from './PairDrawer';
import { RelationshipMap } from './RelationshipMap';
import { StanceMark } from './stances';
import { t } from './texts';
import { type MappedContact, nameOf, type Pair } from './use-relationships';

interface MapSectionProps {
  accountId: string;
  mayChange: boolean;
  contacts: readonly MappedContact[];
  gaps: readonly string[];
}

interface Row {
  readonly contact: MappedContact;
  /** Left out where nobody of ours knows the contact. */
  readonly pair?: Pair;
}

/** The map, its table, and what may be changed in it. */
export function MapSection({ accountId, mayChange, contacts, gaps }: MapSectionProps) {
  const people = usePeople();
  const [opened, setOpened] = useState<{ contactId: string; personId: string }>();
  const [connecting, setConnecting] = useState(false);
  const rows = contacts.flatMap((contact): Row[] =>
    contact.relationships.length > 0 ? contact.relationships.map((pair) => ({ contact, pair })) : [{ contact }],
  );
  const row = rows.find(({ contact, pair }) => contact.id === opened?.contactId && pair?.personId === opened.personId);
  return (
    <div>
      <ChartFrame
        title={t('map')}
        sentence={t('mapSentence')}
        columns={columnsFor(people)}
        rows={rows}
        fileName="relationships"
      >
        <RelationshipMap
          contacts={contacts}
          gaps={gaps}
          onOpen={(contactId, personId) => setOpened({ contactId, personId })}
        />
      </ChartFrame>
      {mayChange && (
        <Group mt="sm" data-screen-only>
          <Button variant="default" onClick={() => setConnecting(true)}>
            {t('connect')}
          </Button>
        </Group>
      )}
      {connecting && <ConnectForm accountId={accountId} contacts={contacts} onClose={() => setConnecting(false)} />}
      {row?.pair && (
        <PairDrawer
          {...{ accountId, mayChange }}
          contact={row.contact}
          pair={row.pair}
          onClose={() => setOpened(undefined)}
        />
      )}
    </div>
  );
}

const columnsFor = (people: ReadonlyMap<string, string>): Column<Row>[] => [
  { id: 'contact', header: t('contact'), value: ({ contact }) => nameOf(contact) },
  { id: 'level', header: t('level'), value: ({ contact }) => t(`level.${contact.level}`) },
  {
    id: 'influence',
    header: t('influence'),
    value: ({ contact }) => t(`influence.${contact.influence ?? 'unsaid'}`),
  },
  {
    id: 'person',
    header: t('person'),
    value: ({ pair }) => (pair ? (people.get(pair.personId) ?? pair.personId) : t('nobody')),
  },
  {
    id: 'stance',
    header: t('stance'),
    value: ({ pair }) => pair && t(`stance.${pair.stance}`),
    cell: ({ pair }) => pair && <StanceMark stance={pair.stance} />,
  },
  { id: 'strength', header: t('strength'), value: ({ pair }) => pair && t(`strength.${pair.strength}`) },
  {
    id: 'owner',
    header: t('owner'),
    value: ({ pair }) => pair?.ownerId && (people.get(pair.ownerId) ?? pair.ownerId),
  },
  {
    id: 'lastContactOn',
    header: t('lastContact'),
    value: ({ pair }) => pair && (pair.lastContactOn ? day(pair.lastContactOn) : t('never')),
  },
];
