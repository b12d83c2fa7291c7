import { useCallback } from 'react';
import type { ReadAnswer } from '~/api/types';
import { localDay } from '~/app/local-moment';
import { t as frame } from '~/i18n';
import { day, month } from '~/i18n/format';
import { withNames } from '~/ui/mentions';
import { usePeople } from '~/ui/PersonName';
import { t } from './texts';

export type Task = ReadAnswer<'/api/t/{tenant}/home'>['tasks'][number];

export const isLate = ({ urgency }: Pick<Task, 'urgency'>): boolean => urgency === 'overdue';

/** A task in words: what waits, and beneath it what helps to decide when. */
export function useTaskText(): (task: Task) => { title: string; more: string } {
  const people = usePeople();
  return useCallback(
    (task) => {
      const { kind, title, account, detail, by, count, dueOn } = task;
      const nameOf = (personId: string) => people.get(personId) ?? frame('person.unknown');
      const due =
        dueOn &&
        t(isLate(task) || kind === 'audit-reminder' || kind === 'check-resource' ? dueText(dueOn) : 'due', {
          day: day(dueOn),
        });
      const more = [account, detail && withNames(detail, nameOf), due].filter(Boolean).join(' · ');
      return {
        title: t(kind, {
          n: count ?? 1,
          title: title ?? '',
          who: by ? nameOf(by) : '',
          month: kind === 'enter-time' ? month(`${title}-01`) : '',
        }),
        more,
      };
    },
    [people],
  );
}

const dueText = (dueOn: string) => (dueOn < localDay() ? 'overdue' : 'due');
