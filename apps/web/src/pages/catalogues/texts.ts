import { texts } from '~/i18n/catalogue';

export const t = texts({
  title: 'What does good look like?',
  'answer.stream': {
    one: '{stream}: one action, worth up to {points} points. Read what each level means before you score.',
    other:
      '{stream}: {n} actions from {first} to {last}, worth up to {points} points. The same element comes back at a higher level: read all of them before you score one.',
  },

  kind: 'Catalogue',
  version: 'Version',
  'version.present': 'Version {n} (present)',
  'version.old': 'Version {n}',
  stream: 'Stream',
  language: 'Own words in',
  'language.more': 'Other languages',
  search: 'Search the catalogue',
  found: { one: '{n} action found', other: '{n} actions found' },
  'found.none': 'Nothing in this catalogue says that',
  'found.noneText': 'Search looks at labels, help, guidance and your own words.',
  'read.guidance': 'With what an assessor finds at 1, 2 and 3',
  'read.changes': 'What changed',

  threshold: 'Reached from',
  'threshold.value': '{n} % of a period’s maximum',
  'threshold.change': 'Threshold',
  'threshold.title': 'From when does a period count as reached?',
  'threshold.label': 'Per cent of a period’s maximum',
  'threshold.help':
    'The current period is the first in order that is under it. A whole number from 1 to 100; 80 is what the product starts with.',
  'threshold.rule': 'Give a whole number from 1 to 100.',
  'threshold.done': 'Threshold changed',
  'threshold.last': 'Last changed on {day}: {reason}',
  'threshold.effect': 'Every result, road and dashboard from now on uses {n} %. Audits and answers stay as they are.',

  'board.label': '{stream} across the four phases',
  'board.empty': 'Nothing of this stream here',
  'action.builds': 'Builds on',
  'action.bases': 'What builds on it',
  'relation.base': 'it builds on this',
  'relation.built': 'builds on it',
  'guidance.own': 'Our guidance',
  shipped: 'As shipped',

  'words.edit': 'Own words for {item}',
  'words.title': 'Own words in {language}: {item}',
  'words.about':
    'Your words stand in front of the shipped ones, which stay visible. An action can neither be added, removed nor weighed anew.',
  'words.label': 'Label',
  'words.help': 'Help',
  'words.guidance': 'Our guidance',
  'words.guidanceHelp': 'Added to what is shipped: where evidence is found here, whom to ask.',
  'words.description': 'At {what}',
  'words.empty': 'Left empty, the shipped words stand alone.',
  'words.done': 'Own words saved',
  'words.by': 'In own words since {day}: {reason}',

  'import.open': 'Import words',
  'import.title': 'Own words in {language} from a file',
  'import.how':
    'Download the CSV, fill in the columns label, help and guidance beside the shipped words, and choose the file here. Nothing is changed before you say so.',
  'import.file': 'File',
  'import.fileHelp': 'CSV or XLSX in the form of the download. A column left out leaves what it is about as it is.',
  'import.fileMissing': 'Choose a file that can be read.',
  'import.refused': {
    one: 'One row is refused; nothing would be taken.',
    other: '{n} rows are refused; nothing would be taken.',
  },
  'import.nothing': 'The file says what is said already.',
  'import.would': { one: 'One item of {rows} rows changes.', other: '{n} items of {rows} rows change.' },
  'import.row': 'Row {row}, {column}: {rule}.',
  'import.do': { one: 'Change one item', other: 'Change {n} items' },
  'import.doPlain': 'Import',
  'import.done': { one: 'One item is in your own words', other: '{n} items are in your own words' },

  'changes.title': 'What changed from version {from} to version {to}',
  'changes.same':
    'The same {n} actions stand at the same places and weigh the same. Answers given under one version count for the same action of the other; an audit keeps the version it was made under.',
  'changes.new':
    'Each action now says what it builds on ({n} links between levels) and what an assessor finds at 1, 2 and 3.',
  'changes.words': { one: 'One action is worded anew.', other: '{n} actions are worded anew.' },
  'changes.action': 'Action',

  names: 'Names, headings and scale',
  'table.item': 'What is asked',
  'table.note': 'Recommended',
});
