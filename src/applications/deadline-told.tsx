import type { Language } from '../platform/language.ts';
import { Instant } from '../site/instant.tsx';
import { OPEN_ENDED } from '../vacancies/publication/publication-texts.ts';
import type { AppliedVacancy } from './application.ts';

export function Deadline({
  vacancy: { deadlineAt, deadlineZone },
  language,
}: {
  vacancy: Pick<AppliedVacancy, 'deadlineAt' | 'deadlineZone'>;
  language: Language;
}) {
  if (!deadlineAt) return <>{OPEN_ENDED[language]}</>;
  return <Instant at={deadlineAt} zone={deadlineZone} />;
}
