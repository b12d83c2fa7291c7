import { type KeyboardEvent, useMemo } from 'react';
import { useElementSize } from '@mantine/hooks';
import { usePeople } from '~/ui';
import { alongLine, mapLayout, type MapLayout } from './map-layout';
import classes from './relationships.module.css';
import { colourOf, signOf, StanceMark, stances, widthOf } from './stances';
import { t } from './texts';
import { type MappedContact, nameOf, type Pair } from './use-relationships';

interface RelationshipMapProps {
  contacts: readonly MappedContact[];
  /** Ids of those with a say whom nobody knows. */
  gaps: readonly string[];
  onOpen: (contactId: string, personId: string) => void;
}

/** Their people by level on the left, ours on the right, a line for each two who know each other. */
export function RelationshipMap({ contacts, gaps, onOpen }: RelationshipMapProps) {
  const { ref, width: measured } = useElementSize();
  const width = Math.max(300, measured);
  const layout = useMemo(() => mapLayout(contacts), [contacts]);
  const people = usePeople();
  const left = Math.min(260, width * 0.42);
  const right = width - Math.min(180, width * 0.34);
  const letters = Math.floor(left / 7.5);
  return (
    <div ref={ref} className={classes['frame']}>
      <svg width={width} height={layout.height} role="group" aria-label={`${t('map')}. ${t('mapKeys')}`}>
        <text className={classes['heading']} x={right + 10} y={13} dominantBaseline="central">
          {t('ours')}
        </text>
        {layout.headings.map(({ level, y }) => (
          <text key={level} className={classes['heading']} x={0} y={y} dominantBaseline="central">
            {t(`level.${level}`)}
          </text>
        ))}
        {contacts.map((contact) => (
          <Contact key={contact.id} {...{ contact, layout, left, letters }} gap={gaps.includes(contact.id)} />
        ))}
        {[...layout.people].map(([id, y]) => (
          <g key={id}>
            <circle className={classes['dot']} cx={right} cy={y} r={5} />
            <text className={classes['name']} x={right + 10} y={y} dominantBaseline="central">
              {short(people.get(id) ?? '', Math.floor((width - right - 10) / 7.5))}
            </text>
          </g>
        ))}
        {contacts.flatMap((contact) =>
          contact.relationships.map((pair, nth) => (
            <Line
              key={`${contact.id} ${pair.personId}`}
              {...{ contact, pair, nth, layout, left, right }}
              person={people.get(pair.personId) ?? ''}
              onOpen={() => onOpen(contact.id, pair.personId)}
            />
          )),
        )}
      </svg>
      <div className={classes['legend']}>
        {stances.map((stance) => (
          <StanceMark key={stance} stance={stance} />
        ))}
        <span>{t('strengthLegend')}</span>
      </div>
    </div>
  );
}

interface ContactProps {
  contact: MappedContact;
  layout: MapLayout;
  left: number;
  letters: number;
  gap: boolean;
}

function Contact({ contact, layout, left, letters, gap }: ContactProps) {
  const y = layout.contacts.get(contact.id)!;
  const known = contact.relationships.length > 0;
  const said = contact.influence && t(`influence.${contact.influence}`);
  const detail = [contact.jobTitle, said, !known && t('nobodyKnows')].filter(Boolean).join(' · ');
  return (
    <g>
      <text className={classes['name']} x={0} y={y - 7} dominantBaseline="central">
        {short(nameOf(contact), letters)}
      </text>
      <text className={classes['detail']} x={0} y={y + 9} dominantBaseline="central">
        {short(detail, Math.floor(letters * 1.2))}
      </text>
      <circle className={gap ? classes['gap'] : classes['dot']} cx={left} cy={y} r={gap ? 7 : 5} />
    </g>
  );
}

interface LineProps {
  contact: MappedContact;
  pair: Pair;
  person: string;
  /** Marks of lines that leave one contact stand apart. */
  nth: number;
  layout: MapLayout;
  left: number;
  right: number;
  onOpen: () => void;
}

function Line({ contact, pair, person, nth, layout, left, right, onOpen }: LineProps) {
  const from = layout.contacts.get(contact.id)!;
  const to = layout.people.get(pair.personId)!;
  const middle = (left + right) / 2;
  const path = `M${left + 6} ${from} C${middle} ${from} ${middle} ${to} ${right - 6} ${to}`;
  const colour = colourOf(pair.stance);
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen();
  };
  const said = { strength: t(`strength.${pair.strength}`), stance: t(`stance.${pair.stance}`) };
  const mark = alongLine({ left: left + 6, right: right - 6, from, to }, 0.3 + 0.12 * (nth % 4));
  return (
    <g
      className={classes['line']}
      role="button"
      tabIndex={0}
      aria-label={t('line', { person, contact: nameOf(contact), ...said })}
      onClick={onOpen}
      onKeyDown={press}
    >
      <path className={classes['target']} d={path} />
      <path className={classes['drawn']} d={path} stroke={colour} strokeWidth={widthOf(pair.strength)} />
      <circle className={classes['mark']} cx={mark.x} cy={mark.y} r={9} stroke={colour} strokeWidth={1} />
      <text
        className={classes['sign']}
        x={mark.x}
        y={mark.y}
        fill={colour}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {signOf(pair.stance)}
      </text>
    </g>
  );
}

const short = (text: string, letters: number) => (text.length <= letters ? text : `${text.slice(0, letters - 1)}…`);
