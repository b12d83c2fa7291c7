import { column, projection, readTable, type Rows } from '@mainstay/read-store';
import { type ApprovalRule, defaultApproval } from '../../account/category';
import { defaultSettings } from '../enterprise';
import { enterpriseEvents, type EnterpriseSettings } from '../enterprise.events';
import { defaultHealthWeights, type HealthWeights } from '../health-weights';

/** One row a tenant, from its first event on. */
export const enterpriseTable = readTable('enterprise', {
  key: ['enterpriseId'],
  columns: {
    enterpriseId: column.text(),
    version: column.integer(),
    name: column.text(),
    currency: column.text(),
    capacity: column.integer().optional(),
    planReviewDays: column.integer(),
    approval: column.json<ApprovalRule>(),
    healthWeights: column.json<HealthWeights>(),
  },
});

export const divisionTable = readTable('division', {
  key: ['divisionId'],
  columns: {
    divisionId: column.text(),
    code: column.text(),
    name: column.label(),
    headId: column.text().optional(),
  },
});

export const enterpriseSettings = projection({
  name: 'portfolio.enterprise-settings',
  version: 3,
  events: enterpriseEvents,
  tables: { enterprises: enterpriseTable, divisions: divisionTable },
  on: {
    'portfolio.EnterpriseDescribed': (event, { enterprises }) => {
      const { from: _, ...settings } = event.data;
      step(event, enterprises, settings);
    },
    'portfolio.ApprovalRuleSet': (event, { enterprises }) => step(event, enterprises, { approval: event.data.to }),
    'portfolio.HealthWeightsSet': (event, { enterprises }) =>
      step(event, enterprises, { healthWeights: event.data.to }),
    'portfolio.DivisionOpened': (event, { enterprises, divisions }) => {
      step(event, enterprises);
      divisions.insert(event.data);
    },
    'portfolio.DivisionRenamed': (event, { enterprises, divisions }) => {
      step(event, enterprises);
      divisions.update({ divisionId: event.data.divisionId }, { name: event.data.to });
    },
    'portfolio.DivisionHeadAppointed': (event, { enterprises, divisions }) => {
      step(event, enterprises);
      divisions.update({ divisionId: event.data.divisionId }, { headId: event.data.to });
    },
  },
});

/** Every event of the enterprise makes its next version; a division may be opened before the enterprise is described. */
function step(
  { tenant: enterpriseId, version }: { readonly tenant: string; readonly version: number },
  enterprises: Rows<typeof enterpriseTable>,
  said?: Partial<EnterpriseSettings & { approval: ApprovalRule; healthWeights: HealthWeights }>,
): void {
  enterprises.upsert({ enterpriseId }, (row) => ({
    enterpriseId,
    ...defaultSettings,
    approval: defaultApproval,
    healthWeights: defaultHealthWeights,
    ...row,
    ...said,
    version,
  }));
}
