/** What key account managers of the demo know of their customers; by account, in turn. */
export const strategies = [
  'Wants to run its sites with a third less energy by the end of the decade, and says so in every tender.\nNew plants are built where power is cheap; the old ones get no more than upkeep.',
  'Moves from many suppliers to a few that take on whole lines. Purchasing is being centralised; the sites lose their own budgets next year.',
  'Grows by taking over smaller rivals. Each takeover brings equipment of another make, and two years of bringing it into line.',
  'Brings making back from overseas. Speed of delivery counts for more than the last per cent of price.',
] as const;
export const strategySources = ['Annual report', 'Talk with the head of operations', 'Capital markets day'] as const;

export const needs = [
  {
    title: 'Fewer stops',
    text: 'Each unplanned stop costs a shift. They would pay for a guarantee, not for another visit.',
  },
  {
    title: 'One contact for all sites',
    text: 'Every site orders by itself today. They ask for one agreement, one price list and one person.',
  },
  {
    title: 'Figures for their own report',
    text: 'They must report the carbon of what they buy and cannot get the figures from anybody.',
  },
] as const;

export const rivals = [
  {
    name: 'Castellan Systems',
    strengths: 'Near the main site; quick with spares',
    weaknesses: 'No service outside Europe',
  },
  {
    name: 'Orbis Industrial',
    strengths: 'Lowest price in most tenders',
    weaknesses: 'Delivers late; two stops last year',
  },
  { name: 'Hanshu Technologies', strengths: 'Newest control software', weaknesses: 'Nobody on the ground yet' },
] as const;
export const answersToRivals = [
  'Stock of spares at the customer’s main site',
  'Cost over the whole life, not the price, in each offer',
  'A joint trial before the next tender',
] as const;

export const ideas = [
  {
    title: 'Spares on consignment',
    description: 'We keep the twenty parts that stop a line at their site; they pay when they take one.',
  },
  { title: 'Guaranteed running time', description: 'A yearly fee for running hours in place of single repairs.' },
  {
    title: 'Joint energy audit',
    description: 'Our engineers and theirs measure one site together; we share what is saved.',
  },
] as const;
/** What the customer said, the earliest idea first. */
export const outcomes = [
  { outcome: 'accepted', note: 'Starts with two sites' },
  { outcome: 'trial', note: 'One line, for half a year' },
  { outcome: 'declined', note: 'No budget before the takeover is done' },
] as const;

export const agreements = [
  'Meet every month until the new line runs',
  'Name one person on either side for deliveries',
] as const;
