import { languageName } from '../../site/language-name.ts';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink } from '../../site/parts.tsx';
import { staffNavigation } from '../staff/staff-list-pages.tsx';
import type { Thread as StaffThread } from './message-queries.ts';
import { MESSAGE_TEXTS } from './message-texts.ts';
import { Thread } from './thread.tsx';

type StaffThreadProps = { page: PageContext; number: string; thread: StaffThread; zone: string };

/** What was written about one application, with when the applicant read it. */
export function StaffThreadPage({ page, number, thread, zone }: StaffThreadProps) {
  const { language } = page;
  const t = MESSAGE_TEXTS[language];
  const messages = `/${language}/staff/vacancies/${thread.reference}/messages`;
  return (
    <StaffLayout page={page} title={t.about(number)} nav={staffNavigation(page)}>
      <BackLink href={messages}>{t.backToVacancy}</BackLink>
      <h1>{t.about(number)}</h1>
      <p>
        {thread.name} · {languageName(thread.language, language)}
      </p>
      <Thread page={page} messages={thread.messages} zone={zone} reader="staff" />
      <p class="actions">
        <a class="button" href={`${messages}?number=${number}`}>
          {t.writeTo}
        </a>
      </p>
    </StaffLayout>
  );
}
