/** What each enterprise of the demo sells, by its alias. */
export const offerings: Readonly<Record<string, readonly { readonly code: string; readonly name: string }[]>> = {
  aldermoor: [
    { code: 'PUMP', name: 'Pumps and valves' },
    { code: 'DRIVE', name: 'Drives and motors' },
    { code: 'CTRL', name: 'Process control' },
    { code: 'SERV', name: 'Service contracts' },
    { code: 'PARTS', name: 'Spare parts' },
  ],
  brackwater: [
    { code: 'STORE', name: 'Cold storage' },
    { code: 'HAUL', name: 'Road haulage' },
    { code: 'CUST', name: 'Customs handling' },
  ],
};

/** The part that each post takes in a decision about us, in the order of the posts; null: nobody has said. */
export const influencesOfPosts = ['influences', 'uses', 'decides', 'decides', 'gatekeeper'] as const;

export const relationshipNotes = [
  'Wants figures before words',
  'Worked with us on the last plant',
  'Prefers the telephone',
];

/** What shows each level of the relationship, the lowest first. */
export const levelSigns = [
  { level: 'commodity', reason: 'Buys on price, order by order' },
  { level: 'enhanced', reason: 'Asked for our engineers at their site' },
  { level: 'collaborative', reason: 'Shares its forecast and plans stock with us' },
  { level: 'partner', reason: 'Develops the next line together with us' },
] as const;
