import { Paper, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { TenantLink } from '~/app/TenantLink';
import { useCan } from '~/app/tenant';
import { money, number } from '~/i18n/format';
import { tone } from '~/theme/tones';
import { CategoryBadge, categoryTone } from '~/ui';
import { addressOf, type Tile } from './address';
import classes from './board.module.css';
import { Sparkline } from './Sparkline';
import { t } from './texts';

/** One figure: the answer first, then how it came here, then the way to what it is made of. */
export function BoardTile({ tile, currency }: { tile: Tile; currency: string }) {
  const { id, value, verdict, sentence, trend, parts, madeOf, events } = tile;
  const title = t(id);
  const mayReadHistory = useCan('history.read');
  const mayOpen = madeOf.list !== 'history' || mayReadHistory;
  return (
    <Paper withBorder p="md" component="section" aria-label={title} className={classes['tile']}>
      <header>
        <Title order={2} size="sm" c="dimmed" fw={500}>
          {title}
        </Title>
        <Verdict verdict={verdict} />
      </header>
      <p className={classes['value']}>{valueText(tile)}</p>
      <p className={classes['sentence']}>{sentence}</p>
      {value !== null && <Sparkline title={title} points={trend} bars={id === 'recategorisations'} />}
      {id === 'portfolio' && <CategoryBar parts={parts} />}
      {parts.length > 0 && (
        <ul className={classes['parts']}>
          {parts.map((part) => (
            <li key={part.id} title={part.spend === undefined ? undefined : money(part.spend, currency)}>
              <TenantLink to={addressOf(part.madeOf)} c="inherit">
                <PartName tile={id} part={part.id} /> <b>{number(part.value)}</b>
              </TenantLink>
            </li>
          ))}
        </ul>
      )}
      <footer data-screen-only>
        {mayOpen && (
          <TenantLink to={addressOf(madeOf)} size="sm" aria-label={t('madeOfLabel', { title })}>
            {t('madeOf')}
          </TenantLink>
        )}
        {mayReadHistory && (
          <TenantLink
            to={addressOf({ list: 'history', filters: events })}
            size="sm"
            aria-label={t('changesLabel', { title })}
          >
            {t('changes')}
          </TenantLink>
        )}
      </footer>
    </Paper>
  );
}

function valueText({ id, value, of }: Tile): string {
  if (value === null) return t('none');
  if (of === null) return number(value);
  return t(id === 'capacity' ? 'against' : 'of', { value, of });
}

/** The accounts side by side, by category; the list below says the same in words. */
function CategoryBar({ parts }: Pick<Tile, 'parts'>) {
  return (
    <div className={classes['shares']} aria-hidden>
      {parts.map(({ id, value }) => (
        <span key={id} style={{ flexGrow: value, background: tone(categoryTone(id)) }} />
      ))}
    </div>
  );
}

function PartName({ tile, part }: { tile: Tile['id']; part: string }) {
  if (tile === 'plans') return <>{t(`state.${part as 'live' | 'stale' | 'none'}`)}</>;
  return <CategoryBadge category={part} />;
}

function Verdict({ verdict }: { verdict: Tile['verdict'] }) {
  if (verdict === 'neutral') return null;
  const Icon = verdict === 'good' ? IconCheck : IconAlertTriangle;
  return (
    <span className={classes['verdict']} data-verdict={verdict}>
      <Icon size={14} aria-hidden /> {t(verdict)}
    </span>
  );
}
