/** What the demo enterprises say of the catalogues in their own words, and from when a period counts as reached there. */
interface DemoWords {
  readonly tenant: string;
  readonly language: string;
  /** Months before today. */
  readonly months: number;
  readonly reason: string;
  readonly items: readonly { readonly id: string; readonly label?: string; readonly guidance?: string }[];
}

export const demoWords: readonly DemoWords[] = [
  {
    tenant: 'aldermoor',
    language: 'en',
    months: 15,
    reason: 'Assessors asked where to look for the evidence.',
    items: [
      { id: 'B2-09', guidance: 'Account plans are in Mainstay; a plan outside it does not count as one here.' },
      { id: 'C1-08', guidance: 'Ask People & Reward for the letter of the year; divisions keep no copies.' },
      { id: 'D1-11', guidance: 'Finance runs the account result each quarter for the Star accounts only, so far.' },
    ],
  },
  {
    tenant: 'aldermoor',
    language: 'de',
    months: 13,
    reason: 'The division in Germany answers in German.',
    items: [
      { id: 'phase.A', label: 'Klärung' },
      { id: 'phase.B', label: 'Einführung' },
      { id: 'phase.C', label: 'Verankerung' },
      { id: 'phase.D', label: 'Wertsteigerung' },
      { id: 'A1-01', label: 'Sich auf einen starken Treiber einigen, der KAM dringlich macht' },
      { id: 'A2-03', label: 'Kriterien erarbeiten, nach denen Kunden ausgewählt und eingeteilt werden' },
      { id: 'C1-04', label: 'Kriterien für Schlüsselkunden überprüfen und schärfen' },
      { id: 'C1-12', label: 'Alle Schlüsselkunden nach den neuen Kriterien einteilen' },
      { id: 'D2-10', label: 'Kunden nach festem Verfahren zwischen Kategorien bewegen' },
    ],
  },
];

export const demoThresholds = [
  {
    tenant: 'brackwater',
    months: 8,
    threshold: 75,
    reason: 'A small programme: three quarters of a period is enough to go on.',
  },
] as const;
