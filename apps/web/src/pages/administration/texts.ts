import { texts } from '~/i18n/catalogue';

export const t = texts({
  title: 'Administration',
  answer: {
    one: '{people} people take part; there is {n} division.',
    other: '{people} people take part; there are {n} divisions.',
  },

  divisions: 'Divisions',
  'division.name': 'Name',
  'division.code': 'Code',
  'division.codeHelp': 'Short, as in your other systems; it stays when the name changes.',
  'division.add': 'Add a division',
  'division.added': 'Division added',
  'division.rename': 'Rename {name}',
  'division.renamed': 'Division renamed',
  'division.none': 'No divisions yet',
  'division.noneText': 'Accounts, audits and people may belong to a division: a business unit, a country or a region.',
  'division.missing': 'Give the division a name.',
  'division.codeMissing': 'Give the division a code.',

  people: 'People',
  'person.name': 'Name',
  'person.email': 'E-mail',
  'person.role': 'Role',
  'person.divisions': 'Divisions',
  'person.divisionsHelp': 'None chosen: all divisions.',
  'person.allDivisions': 'All',
  'person.add': 'Add a person',
  'person.added': 'Person added',
  'person.none': 'Nobody here yet',
  'person.noneText': 'People appear in accounts, audits and plans; sign-in and roles come from the identity provider.',
  'person.nameMissing': 'Give the person’s name.',
  'person.roleMissing': 'Choose a role.',
  'person.search': 'Search people',
  'person.count': { one: '{n} person', other: '{n} people' },
});
