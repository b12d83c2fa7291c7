import { Skeleton } from '@mantine/core';
import { useRead } from '~/api/use-read';
import { ErrorState } from '~/ui';
import type { Tile } from './address';
import classes from './board.module.css';
import { BoardTile } from './BoardTile';

/** All tiles of the Board dashboard, or some of them. */
export function BoardTiles({ only }: { only?: readonly Tile['id'][] }) {
  const { data, error, refetch } = useRead('/api/t/{tenant}/board/dashboard');
  if (error) return <ErrorState problem={error} onRetry={() => void refetch()} />;
  const shown = data?.tiles.filter(({ id }) => !only || only.includes(id));
  return (
    <div className={classes['tiles']} aria-busy={!data}>
      {shown
        ? shown.map((tile) => <BoardTile key={tile.id} tile={tile} currency={data!.currency} />)
        : Array.from({ length: only?.length ?? 6 }, (_, index) => <Skeleton key={index} h={240} />)}
    </div>
  );
}
