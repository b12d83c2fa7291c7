import { litmusCatalogue, litmusCatalogues, presentLitmus } from '../../litmus/litmus-catalogue';
import { asked, catalogueKind, heading } from './catalogue-kind';

export const litmusKind = catalogueKind({
  kind: 'litmus',
  name: 'Litmus tests',
  about: 'Three short tests: is a customer ready, is the organisation, is a key account manager.',
  schema: litmusCatalogue,
  present: presentLitmus,
  versions: litmusCatalogues,
  items: ({ tests }) => [
    ...tests.map(({ id, name, about }) => heading(`test.${id}`, name, about)),
    ...tests.flatMap(({ name, questions }) =>
      questions.map(({ id, label, help }) => asked({ id, label, help, section: name })),
    ),
  ],
});
