import { client } from '~/api/client';
import { matches, type SearchProvider } from '~/app/quick-find/search';
import { t as frame } from '~/i18n';
import { texts } from '~/i18n/catalogue';
import { day } from '~/i18n/format';

// Not the texts of the pages: quick find is part of the first load.
const t = texts({
  tasks: 'My tasks',
  organisation: 'Organisation assessment',
  litmus: 'Litmus tests',
  compare: 'Compare audits',
  divisions: 'Divisions side by side',
  time: 'Time use',
  'time.enter': 'Enter time',
  'time.team': 'Time of my team',
  'time.everybody': 'Time of everybody',
  'time.profile': 'Time profile',
  actions: 'Programme actions',
  catalogue: 'Catalogues',
  'catalogue.of': 'Phase audit, organisation, litmus tests, time',
});

const pages = [
  { path: 'tasks', title: t('tasks'), permission: 'programme.home' },
  { path: 'audits/organisation', title: t('organisation'), permission: 'assessment.read' },
  { path: 'audits/litmus', title: t('litmus'), permission: 'assessment.read' },
  { path: 'audits/compare', title: t('compare'), permission: 'assessment.read' },
  { path: 'audits/divisions', title: t('divisions'), permission: 'assessment.read' },
  { path: 'audits/time', title: t('time'), permission: 'time-use.read' },
  { path: 'audits/time/enter', title: t('time.enter'), permission: 'time-use.record' },
  { path: 'audits/time/team', title: t('time.team'), permission: 'time-use.read' },
  { path: 'audits/time/everybody', title: t('time.everybody'), permission: 'time-use.read' },
  { path: 'audits/time/profile', title: t('time.profile'), permission: 'time-use.read' },
  { path: 'audits/actions', title: t('actions'), permission: 'assessment.read' },
  { path: 'audits/catalogue', title: t('catalogue'), note: t('catalogue.of'), permission: 'assessment.read' },
];
const most = 5;

/** The pages of the assessment that the rail does not name, once something is typed. */
export const findAssessmentPages: SearchProvider = async (text, { permissions }) =>
  pages
    .filter(({ title, permission }) => text && permissions.includes(permission) && matches(title, text))
    .map(({ path, title, note }) => ({ id: `page:${path}`, group: frame('find.pages'), title, note, to: path }));

/** Assessments of the organisation by title. */
export const findOrganisation: SearchProvider = async (text, { tenant, permissions, asAt, signal }) => {
  if (text.length < 2 || !permissions.includes('assessment.read')) return [];
  const params = { path: { tenant }, query: { q: text, limit: most, asAt } };
  const { data } = await client.GET('/api/t/{tenant}/organisation-assessments', { params, signal });
  return (data?.items ?? []).map(({ id, title, assessedOn }) => ({
    id: `organisation:${id}`,
    group: t('organisation'),
    title,
    note: day(assessedOn),
    to: `audits/organisation/${id}`,
  }));
};

/** Programme actions by title. */
export const findActions: SearchProvider = async (text, { tenant, permissions, asAt, signal }) => {
  if (text.length < 2 || !permissions.includes('assessment.read')) return [];
  const params = { path: { tenant }, query: { q: text, limit: most, asAt } };
  const { data } = await client.GET('/api/t/{tenant}/actions', { params, signal });
  return (data?.items ?? []).map(({ id, title, dueOn }) => ({
    id: `action:${id}`,
    group: t('actions'),
    title,
    note: day(dueOn),
    to: `audits/actions/${id}`,
  }));
};
