import type { Language } from '../../platform/language.ts';

type Place = { page: { language: Language }; reference: string; redo: { id: string } | undefined };

/** Where a report stands: the one on all, or the one on what was re-done in a case. */
export const reportAddress = ({ page: { language }, reference, redo }: Place): string =>
  `/${language}/staff/vacancies/${reference}/report${redo ? `/cases/${redo.id}` : ''}`;
