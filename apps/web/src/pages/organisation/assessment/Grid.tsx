import type { CSSProperties } from 'react';
import { Badge, Text } from '@mantine/core';
import { tone } from '~/theme/tones';
import { ChartFrame, type Column } from '~/ui';
import type { OrganisationCatalogue } from '../catalogue';
import { StateMark } from '../StateMark';
import { t } from '../texts';
import type { Assessment, Cell } from '../types';
import classes from './Grid.module.css';

interface GridProps {
  assessment: Assessment;
  catalogue: OrganisationCatalogue;
  chosen: string;
  onChoose: (cell: string) => void;
}

/** Nine elements by five groups: the figure on its tone, settled or provisional, and how far the assessors lie apart. */
export function Grid({ assessment, catalogue, chosen, onChoose }: GridProps) {
  const { standing, transnational, transnationalReason } = assessment;
  const { cells, elements, groups, overall } = standing;
  const columns: Column<Cell>[] = [
    { id: 'element', header: t('grid.element'), value: ({ element }) => catalogue.elementName(element) },
    { id: 'group', header: t('grid.group'), value: ({ group }) => catalogue.groupName(group) },
    { id: 'score', header: t('grid.score'), value: ({ score }) => score, numeric: true },
    {
      id: 'state',
      header: t('grid.state'),
      value: ({ score }) => (score === null ? t('grid.unanswered') : catalogue.stateName(score)),
    },
    { id: 'spread', header: t('grid.spread'), value: spreadOf },
    {
      id: 'settled',
      header: t('column.settled'),
      value: ({ settled, score }) => (settled ? t('status.settled') : score === null ? '' : t('provisional')),
    },
  ];
  return (
    <ChartFrame
      title={t('grid.title')}
      sentence={t('grid.sentence')}
      columns={columns}
      rows={cells}
      fileName={`organisation-grid-${assessment.assessedOn}`}
    >
      <table className={classes['grid']}>
        <thead>
          <tr>
            <th scope="col">{t('grid.element')}</th>
            {catalogue.groups.map(({ id, name, description }) => (
              <th key={id} scope="col" title={description}>
                {name}
              </th>
            ))}
            <th scope="col" className="figures">
              {t('grid.sum')}
            </th>
          </tr>
        </thead>
        <tbody>
          {catalogue.elements.map(({ id, about }, row) => (
            <tr key={id}>
              <th scope="row" title={about}>
                {catalogue.elementName(id)}
                {id === 'E' && !transnational && (
                  <Badge size="xs" variant="outline" color="gray" ml={6} component="span">
                    {t('grid.notTransnational')}
                  </Badge>
                )}
              </th>
              {cells
                .filter(({ element }) => element === id)
                .map((cell) => (
                  <td key={cell.cell} data-group={catalogue.groupName(cell.group)}>
                    <GridCell
                      cell={cell}
                      catalogue={catalogue}
                      chosen={cell.cell === chosen}
                      onChoose={() => onChoose(cell.cell === chosen ? '' : cell.cell)}
                    />
                  </td>
                ))}
              <td className={classes['sum']}>
                {t('grid.of', { score: elements[row]!.score, maximum: elements[row]!.maximum })}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('grid.groups')}</th>
            {groups.map(({ group, score, maximum }) => (
              <td key={group} data-group={catalogue.groupName(group)} className={classes['sum']}>
                {t('grid.of', { score, maximum })}
              </td>
            ))}
            <td className={classes['sum']}>{t('grid.of', { score: overall.score, maximum: overall.maximum })}</td>
          </tr>
        </tfoot>
      </table>
      <div className={classes['legend']}>
        {catalogue.content.scale.map(({ score }) => (
          <StateMark key={score} score={score} catalogue={catalogue} />
        ))}
        <span>{t('grid.legendSettled')}</span>
        <span>{t('grid.legendProvisional')}</span>
        <span>{t('grid.legendSpread')}</span>
      </div>
      {!transnational && (
        <Text size="sm" mt="xs">
          {transnationalReason
            ? t('grid.notTransnationalLong', { reason: transnationalReason.replace(/\.$/, '') })
            : t('grid.notTransnationalPlain')}
        </Text>
      )}
    </ChartFrame>
  );
}

interface GridCellProps {
  cell: Cell;
  catalogue: OrganisationCatalogue;
  chosen: boolean;
  onChoose: () => void;
}

function GridCell({ cell, catalogue, chosen, onChoose }: GridCellProps) {
  const { element, group, score, settled, agreement } = cell;
  const state = score === null ? t('grid.unanswered') : `${score} ${catalogue.stateName(score)}`;
  const standing = settled ? t('status.settled') : score === null ? '' : t('provisional');
  const spread = agreement === 'differ' ? `, ${t('grid.spread')} ${spreadOf(cell)}` : '';
  const shade = score === null ? undefined : tone(`maturity-${score}`);
  return (
    <button
      type="button"
      id={`cell-${cell.cell}`}
      className={classes['cell']}
      data-settled={settled !== null || undefined}
      aria-expanded={chosen}
      aria-label={`${t('grid.cell', { name: catalogue.cellName(element, group), state })} ${standing}${spread}`}
      style={{ '--shade': shade } as CSSProperties}
      onClick={onChoose}
    >
      {score === null ? <span>–</span> : <StateMark score={score} catalogue={catalogue} words={false} />}
      {agreement === 'differ' && <span className={classes['spread']}>{spreadOf(cell)}</span>}
    </button>
  );
}

const spreadOf = ({ lowest, highest }: Cell): string =>
  lowest === null ? '' : lowest === highest ? String(lowest) : `${lowest}–${highest}`;
