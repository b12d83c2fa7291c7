import { Forbidden, NotFound, type RequestContext } from '@mainstay/event-sourcing';
import { mayDo, type Permission } from '@mainstay/identity';

/** What a person must be allowed to read to see the history of a record of that type. */
const needed: Readonly<Record<string, Permission>> = {
  account: 'portfolio.read',
  'account-import': 'portfolio.register',
  action: 'assessment.read',
  'alignment-review': 'portfolio.read',
  competitor: 'portfolio.read',
  idea: 'portfolio.read',
  note: 'portfolio.read',
  audit: 'assessment.read',
  'assessment-settings': 'assessment.read',
  'catalogue-words': 'assessment.read',
  categories: 'portfolio.read',
  contact: 'portfolio.read',
  criteria: 'portfolio.read',
  'organisation-assessment': 'assessors.read',
  litmus: 'assessment.read',
  plan: 'planning.read',
  round: 'portfolio.read',
  scoring: 'portfolio.read',
  'time-profile': 'time-use.read',
  // Whose record it is, is asked beside this.
  'time-record': 'time-use.read',
  person: 'people.read',
  division: 'enterprise.read',
  enterprise: 'enterprise.read',
};

/** @throws NotFound for a type that has no page of its own; Forbidden where the person may not read such records */
export function mayReadHistoryOf(context: Pick<RequestContext, 'roles'>, type: string, id: string): void {
  const permission = Object.hasOwn(needed, type) ? needed[type] : undefined;
  if (!permission) throw new NotFound('record', `${type}:${id}`);
  if (!mayDo(context.roles, permission)) {
    throw new Forbidden('history.record', 'Your role does not let you read this record, so neither its history.', {
      permission,
    });
  }
}

/** The types of records whose history the person may read. */
export const readableTypes = ({ roles }: Pick<RequestContext, 'roles'>): ReadonlySet<string> =>
  new Set(Object.keys(needed).filter((type) => mayDo(roles, needed[type]!)));
