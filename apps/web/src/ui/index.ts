// The parts that pages are made of. See docs/how-to/add-a-page.md.
export { announce } from './announce';
export {
  categoryText,
  categoryTone,
  directionOf,
  isKey,
  isKnownCategory,
  suggestedCategory,
  useCategories,
} from './categories';
export { CategoryBadge, CategoryShape, SuggestionBadge, suggestionText } from './CategoryBadge';
export { ChangedFields } from './ChangedFields';
export { ChartFrame } from './ChartFrame';
export { saveCsv } from './csv';
export type { Column } from './data-table/column';
export { ColumnChooser, useChosenColumns } from './ColumnChooser';
export { DataTable } from './data-table/DataTable';
export { type Selection } from './data-table/Selection';
export { useSort } from './data-table/sort';
export { EmptyState } from './EmptyState';
export { ErrorState } from './ErrorState';
export { type Fact, Facts } from './Facts';
export { Figure, type Part } from './Figure';
export { FormDrawer } from './FormDrawer';
export { kindText } from './kind-text';
export { type Filter, ListToolbar } from './ListToolbar';
export { MaturityMark, maturityText, type Maturity } from './MaturityMark';
export { Day, Moment } from './Moment';
export { Page } from './Page';
export { PageSkeleton } from './PageSkeleton';
export { PersonName, usePeople } from './PersonName';
export { RecordedValue } from './RecordedValue';
export { ReasonField, reasonRule } from './ReasonField';
export { Refusals } from './Refusals';
export { type Saving, SaveState } from './SaveState';
export { SaidAt } from './SaidAt';
export { ShowMore } from './ShowMore';
export { useReturnFocus } from './use-return-focus';
export { SectionNav, type SectionPage } from './SectionNav';
export { useParts } from './use-parts';
