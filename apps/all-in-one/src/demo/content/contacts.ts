/** People at the customers: names by the country that a customer comes from first. */
const nordic = [
  'Astrid Lund',
  'Erik Holmberg',
  'Maja Nyström',
  'Henrik Dahl',
  'Liv Bakken',
  'Oskar Virtanen',
  'Signe Madsen',
];
const german = [
  'Katrin Vogel',
  'Stefan Brandl',
  'Anke Richter',
  'Jürgen Holz',
  'Petra Sommer',
  'Florian Beck',
  'Ute Lang',
];
const british = ['Fiona Grant', 'Alistair Moore', 'Priscilla Webb', 'Tom Hartley', 'Siobhan Kelly', 'Rhys Evans'];
const southern = ['Giulia Conti', 'Marco Ferri', 'Ana Duarte', 'Luis Ortega', 'Elena Riva', 'Nuno Teixeira'];
const american = ['Dana Whitfield', 'Marcus Boyd', 'Renee Castillo', 'Greg Sanders', 'Alicia Monroe', 'Paul Nguyen'];
const asian = ['Hiroshi Mori', 'Li Na', 'Ananya Rao', 'Kenji Sato', 'Wei Zhang', 'Grace Lim'];

const byCountry: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(['SE', 'NO', 'DK', 'FI', 'EE'].map((country) => [country, nordic])),
  ...Object.fromEntries(['DE', 'AT', 'CH'].map((country) => [country, german])),
  ...Object.fromEntries(['GB', 'IE'].map((country) => [country, british])),
  ...Object.fromEntries(['IT', 'ES', 'PT', 'FR', 'GR'].map((country) => [country, southern])),
  ...Object.fromEntries(['US', 'CA', 'MX'].map((country) => [country, american])),
};
export const namesIn = (country: string): readonly string[] => byCountry[country] ?? asian;

/** Posts at a customer, in the order in which a manager comes to know them. */
export const posts = [
  { jobTitle: 'Head of Purchasing', function: 'Purchasing', level: 'middle' },
  { jobTitle: 'Category Manager', function: 'Purchasing', level: 'operational' },
  { jobTitle: 'Director of Operations', function: 'Operations', level: 'senior' },
  { jobTitle: 'Chief Operating Officer', function: 'Board', level: 'board' },
  { jobTitle: 'Head of Engineering', function: 'Engineering', level: 'middle' },
] as const;

export const meetingNotes = [
  'Review of the quarter',
  'Joint workshop on next year’s plan',
  'Service problem solved on site',
  'Annual meeting with their management',
];

export const teamParts = [
  { role: 'Delivery and service', function: 'Logistics', kind: 'core' },
  { role: 'Commercial terms and forecast', function: 'Finance', kind: 'core' },
  { role: 'Technical lead', function: 'Engineering', kind: 'core' },
  { role: 'Contracts', function: 'Legal', kind: 'extended' },
] as const;
