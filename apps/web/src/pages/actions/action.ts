import type { CommandInput, ReadAnswer } from '~/api/types';

export type ProgrammeAction = ReadAnswer<'/api/t/{tenant}/actions'>['items'][number];
export type ActionState = ProgrammeAction['state'];
/** What an action answers: a finding of an assessment, or nothing but the need itself. */
export type ActionSource = NonNullable<CommandInput<'post', '/api/t/{tenant}/actions'>['body']['source']>;

export const actionStates = ['open', 'under-way', 'done', 'dropped'] as const;
export const sourceKinds = ['audit-action', 'organisation-cell', 'litmus', 'own'] as const;

export const isFinished = ({ state }: Pick<ProgrammeAction, 'state'>): boolean =>
  state === 'done' || state === 'dropped';
