import type { Language } from '../../platform/language.ts';
import { SubmitButton } from '../../site/forms.tsx';
import { FOLLOW_TEXTS } from './follow-texts.ts';

/** What a reader of a vacancy can do to come back to it. The same for everybody: who is not signed in is asked to. */
export function Follow({
  reference,
  hasDeadline,
  language,
}: {
  reference: string;
  hasDeadline: boolean;
  language: Language;
}) {
  const t = FOLLOW_TEXTS[language];
  return (
    <section>
      <form method="post" action={`/${language}/my/bookmarks`}>
        <input type="hidden" name="reference" value={reference} autocomplete="off" />
        <SubmitButton tone="quiet">{t.bookmark}</SubmitButton>
      </form>
      <p>{t.bookmarkNote}</p>
      {hasDeadline && (
        <p>
          <a href={`/${language}/vacancies/${reference}/deadline.ics`}>{t.calendar}</a>
        </p>
      )}
    </section>
  );
}
