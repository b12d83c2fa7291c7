/** A decision about an account after its first categorisation. */
export interface DemoMovement {
  readonly code: string;
  /** Months before today at which it was decided. */
  readonly months: number;
  readonly to: 'strategic' | 'star' | 'status' | 'streamline' | 'not-key';
  /** How the axis scores had changed by then; absent where the decision rests on something else. */
  readonly scores?: { readonly attractiveness: number; readonly standing: number };
  readonly reason: string;
  readonly resource?: string;
  /** Days from the decision until it takes effect; at once where left out. */
  readonly daysAhead?: number;
  /** Proposed, and still waiting for approval. */
  readonly waits?: true;
}

export const aldermoorMovements: readonly DemoMovement[] = [
  {
    code: 'K-1005',
    months: 17,
    to: 'strategic',
    scores: { attractiveness: 8.8, standing: 6.1 },
    reason:
      'Chosen as one of three preferred suppliers for the new Odense plant; a joint engineering team is in place.',
    resource: 'One process engineer, full time, from the Nordics pool',
  },
  {
    code: 'K-1010',
    months: 16,
    to: 'streamline',
    scores: { attractiveness: 4.3, standing: 4.0 },
    reason: 'Two of four mines are closing; the remaining need is for standard parts.',
    resource: 'Two days a week of account manager time released',
  },
  {
    code: 'K-3007',
    months: 15,
    to: 'strategic',
    scores: { attractiveness: 8.6, standing: 6.0 },
    reason: 'Framework contract for five years signed, with shared service planning from the first year.',
    resource: 'Service planner from United Kingdom and Ireland, half time',
  },
  {
    code: 'K-3004',
    months: 14,
    to: 'not-key',
    reason: 'The customer has asked for price lists and web ordering, and wants neither visits nor a plan.',
    resource: 'Account returns to the territory team',
  },
  {
    code: 'K-2007',
    months: 13,
    to: 'strategic',
    scores: { attractiveness: 9.2, standing: 5.8 },
    reason: 'Pilot of the condition monitoring offer succeeded; their technical director now sponsors us.',
    resource: 'Application engineer from Asia Pacific for two quarters',
  },
  {
    code: 'K-5006',
    months: 12,
    to: 'strategic',
    scores: { attractiveness: 6.4, standing: 7.4 },
    reason: 'The smelter renewal makes them a growth customer for the next six years.',
  },
  {
    code: 'K-2010',
    months: 11,
    to: 'not-key',
    scores: { attractiveness: 3.2, standing: 4.1 },
    reason: 'Insolvency proceedings of the parent; credit limit withdrawn.',
    resource: 'Manager time moves to Eberle Medical',
  },
  {
    code: 'K-2012',
    months: 11,
    to: 'strategic',
    scores: { attractiveness: 8.3, standing: 5.9 },
    reason: 'Joint development agreement signed for the new pump family.',
    resource: 'Manager time released from Bergmann Steel',
  },
  {
    code: 'K-5004',
    months: 9,
    to: 'strategic',
    scores: { attractiveness: 9.6, standing: 6.2 },
    reason: 'Awarded the clean room package for the second fab; relations now reach their operations board.',
    resource: 'Dedicated project manager, North America',
  },
  {
    code: 'K-4001',
    months: 8,
    to: 'status',
    scores: { attractiveness: 4.8, standing: 7.1 },
    reason: 'Growth plans in Portugal were cancelled; the relationship is sound but the potential has gone.',
  },
  {
    code: 'K-5007',
    months: 7,
    to: 'status',
    scores: { attractiveness: 4.4, standing: 6.8 },
    reason: 'Their refining capacity shrinks by a third until 2030.',
  },
  {
    code: 'K-6003',
    months: 6,
    to: 'star',
    scores: { attractiveness: 7.0, standing: 4.6 },
    reason: 'A competitor won the Johor terminal; we keep the account as an investment case.',
    resource: 'Marketing budget for one reference visit',
  },
  {
    code: 'K-3006',
    months: 6,
    to: 'streamline',
    scores: { attractiveness: 4.4, standing: 4.2 },
    reason: 'Central purchasing now buys by auction; our service is not part of their decision.',
  },
  {
    code: 'K-4006',
    months: 4,
    to: 'star',
    scores: { attractiveness: 8.9, standing: 4.7 },
    reason: 'Loss of our two main contacts left us with one; standing must be rebuilt before it is strategic again.',
    resource: 'Executive sponsor from the Board for one year',
  },
  {
    code: 'K-6001',
    months: 3,
    to: 'star',
    scores: { attractiveness: 9.0, standing: 4.9 },
    reason: 'Dual sourcing was introduced in the spring; our share fell to a third.',
  },
  {
    code: 'K-4009',
    months: 2,
    to: 'strategic',
    scores: { attractiveness: 7.4, standing: 5.6 },
    reason: 'Sole supplier for the Zaragoza extension after the spring tender.',
    resource: 'Half a key account manager from Grupo Valdés',
  },
  {
    code: 'K-5008',
    months: 1,
    to: 'not-key',
    reason: 'Sold to a trading house that buys on price alone; confirmed with the new owner.',
    resource: 'Account returns to the territory team',
  },
  {
    code: 'K-3001',
    months: 0.7,
    to: 'strategic',
    reason: 'The regulator has opened the metering programme; they want to plan it with us from the new year.',
    resource: 'One programme manager, half time',
    daysAhead: 75,
  },
  {
    code: 'K-2001',
    months: 0.3,
    to: 'status',
    reason: 'Two model lines move out of Europe; what stays is steady and well served.',
    resource: 'One of two application engineers moves to Helvetia Pharma',
    waits: true,
  },
];

export const brackwaterMovements: readonly DemoMovement[] = [
  {
    code: 'K-1002',
    months: 5,
    to: 'strategic',
    scores: { attractiveness: 7.0, standing: 5.6 },
    reason: 'Our filtration trial became the standard for all their distilleries.',
  },
  { code: 'K-1006', months: 2, to: 'not-key', reason: 'No interest in anything but price after two reviews.' },
];
