import { share } from '../chance';
import type { DemoAccount } from './accounts';

/** How far a plan had come; each revision knows more than the one before. */
export type PlanStage = 1 | 2 | 3;

export interface PlanFacts {
  readonly account: DemoAccount;
  readonly managerId: string;
  readonly unitHeadId: string;
  /** Year of the first forecast. */
  readonly year: number;
  readonly divisionIds: readonly string[];
  readonly stage: PlanStage;
  /** Days (YYYY-MM-DD) on which the four actions fall due. */
  readonly due: readonly [string, string, string, string];
}

export const revisionReasons = [
  'First plan for the account',
  'Half-year review with the customer: priorities and forecast brought up to date',
  'Annual planning: objectives raised after the joint workshop',
] as const;

const themes: Readonly<Record<string, { goal: string; pain: string; offer: string }>> = {
  'Food and drink': {
    goal: 'cut water and energy per litre by a fifth',
    pain: 'unplanned stops on filling lines',
    offer: 'hygienic pumps with condition monitoring',
  },
  Transport: {
    goal: 'raise fleet availability above 97 %',
    pain: 'spare parts tied up in nine depots',
    offer: 'availability contracts with shared stock',
  },
  Energy: {
    goal: 'bring new capacity on line two years earlier',
    pain: 'too few qualified service crews',
    offer: 'modular packages with our own commissioning teams',
  },
  'Paper and packaging': {
    goal: 'move half the output to recycled fibre',
    pain: 'wear that standard parts do not stand',
    offer: 'coated components with life-cycle guarantee',
  },
  Pharmaceuticals: {
    goal: 'open two plants without a validation delay',
    pain: 'documentation that each site asks for differently',
    offer: 'validated skids with one document set',
  },
  Automotive: {
    goal: 'convert three plants to electric drive lines',
    pain: 'supplier capacity at ramp-up',
    offer: 'ramp-up teams and buffer stock on site',
  },
  Electronics: {
    goal: 'double clean room area in four years',
    pain: 'contamination incidents',
    offer: 'ultra-pure systems with particle warranty',
  },
};
const otherTheme = {
  goal: 'lower the total cost of running their plants',
  pain: 'many small suppliers and no overview',
  offer: 'one framework for parts, service and advice',
};

/** An account plan as its manager would write it. */
export function planContent({ account, managerId, unitHeadId, year, divisionIds, stage, due }: PlanFacts) {
  const { goal, pain, offer } = themes[account.industry] ?? otherTheme;
  const growth = 0.04 + 0.08 * share('growth', account.code) + 0.02 * (stage - 1);
  const base = account.spend * 1000;
  const known = (from: PlanStage, text: string) => (stage >= from ? [text] : []);
  return {
    horizonYears: stage === 3 ? 4 : 3,
    relationshipPlan: [
      `${account.name} wants to ${goal}. Decisions are prepared by operations and taken by the management board in spring.`,
      'We are well known to engineering and purchasing, and hardly known above them.',
      ...known(2, 'Since the half-year review our sponsor meets their operations director every quarter.'),
      ...known(3, 'A joint steering group was agreed; its first topic is the five-year investment list.'),
    ].join('\n\n'),
    revenuePlan: [
      `Their largest worry is ${pain}. We answer with ${offer}.`,
      `Growth comes from ${account.divisions.length > 1 ? 'the divisions that do not yet sell to them in full' : 'service and upgrades of the installed base'}.`,
      ...known(3, 'The framework agreement fixes prices for two years and a bonus on shared savings.'),
    ].join('\n\n'),
    criticalSuccessFactors: [
      { id: 'csf-1', text: 'One voice towards the customer: offers leave through the account team only' },
      { id: 'csf-2', text: 'Delivery on the agreed day in at least 97 of 100 orders' },
      ...(stage >= 2 ? [{ id: 'csf-3', text: 'A named engineer for each of their three largest sites' }] : []),
    ],
    objectives: [
      {
        id: 'obj-1',
        title: 'Grow our share of their spend',
        measure: 'Share of wallet',
        baseline: 24,
        target: 28 + 3 * stage,
        unit: '%',
        dueOn: `${year + 2}-12-31`,
      },
      {
        id: 'obj-2',
        title: 'Be asked before the specification is written',
        measure: 'Projects joined at concept stage',
        baseline: 1,
        target: 2 + stage,
        unit: 'projects',
        dueOn: `${year + 1}-12-31`,
      },
      ...(stage >= 2
        ? [
            {
              id: 'obj-3',
              title: 'Reach their management board',
              measure: 'Meetings a year with a board member',
              baseline: 0,
              target: 2,
              unit: 'meetings',
              dueOn: `${year}-12-31`,
            },
          ]
        : []),
    ],
    actions: [
      {
        id: 'act-1',
        title: 'Map who decides, who advises and whom we do not know',
        ownerId: managerId,
        dueOn: due[0],
        state: 'done',
        objectiveId: 'obj-2',
      },
      {
        id: 'act-2',
        title: `Present ${offer} to operations with a reference visit`,
        ownerId: managerId,
        dueOn: due[1],
        state: stage >= 2 ? 'done' : 'open',
        objectiveId: 'obj-1',
      },
      {
        id: 'act-3',
        title: 'Agree service levels with each division that delivers',
        ownerId: unitHeadId,
        dueOn: due[2],
        state: stage === 3 ? 'done' : 'open',
        objectiveId: 'obj-1',
      },
      ...(stage >= 2
        ? [
            {
              id: 'act-4',
              title: 'Hold the yearly alignment workshop with their planning team',
              ownerId: managerId,
              dueOn: due[3],
              state: 'open',
              objectiveId: 'obj-2',
            },
          ]
        : []),
    ],
    forecast: divisionIds.flatMap((divisionId, index) =>
      [0, 1, 2].map((ahead) => {
        const revenue = Math.round(
          ((base * (index === 0 ? 0.6 : 0.4 / (divisionIds.length - 1))) / (divisionIds.length === 1 ? 0.6 : 1)) *
            (1 + growth) ** (ahead + 1),
        );
        return {
          year: year + ahead,
          divisionId,
          revenue,
          margin: Math.round(revenue * (0.24 + 0.06 * share('margin', account.code, divisionId))),
        };
      }),
    ),
  };
}
