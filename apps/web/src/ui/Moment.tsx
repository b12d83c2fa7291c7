import { day, longMoment, moment } from '~/i18n/format';

/** When something was recorded, in the person's time zone and manner. */
export function Moment({ at }: { at: string }) {
  return (
    <time dateTime={at} title={longMoment(at)}>
      {moment(at)}
    </time>
  );
}

/** A business date. */
export function Day({ on }: { on: string }) {
  return <time dateTime={on}>{day(on)}</time>;
}
