import { Kbd, Modal } from '@mantine/core';
import { t } from '../texts';
import classes from './Answering.module.css';
import { t as own } from './texts';

const keys = [
  [['0', '1', '2', '3'], t('keys.score')],
  [['N'], t('keys.notRelevant')],
  [['J', '↓'], t('keys.next')],
  [['K', '↑'], t('keys.previous')],
  [['U'], t('keys.nextOpen')],
  [['E'], t('keys.evidence')],
  [['L'], own('keys.link')],
  [['F'], own('keys.file')],
  [['S'], own('keys.sure')],
  [['Y'], own('keys.confirm')],
  [['C'], own('keys.comment')],
  [['Esc'], t('keys.leave')],
  [['?'], t('keys.help')],
] as const;

export function KeysHelp({ onClose }: { onClose: () => void }) {
  return (
    <Modal opened onClose={onClose} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('keys.close') }}>
      <dl className={classes['keys']}>
        {keys.map(([pressed, does]) => (
          <div key={does}>
            <dt>
              {pressed.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
