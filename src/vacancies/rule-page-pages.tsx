import type { Language, Localized } from '../platform/language.ts';
import { StaffLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { BackLink, Notice } from '../site/parts.tsx';
import { staffNav } from './vacancy-pages.tsx';
import { VACANCY_TEXTS } from './vacancy-texts.ts';

/** The documentation is kept in this language. */
const WRITTEN_IN: Language = 'en';

const ONLY_IN: Localized = {
  en: '',
  fr: 'Cette page de la documentation n’existe qu’en anglais.',
};

type RulePageProps = { page: PageContext; rule: string; title: string; html: string };

/** The page of a rule, from our own documentation. */
export function RulePage({ page, rule, title, html }: RulePageProps) {
  const { language } = page;
  return (
    <StaffLayout page={page} title={title} nav={staffNav(page)}>
      <BackLink href={`/${language}/staff/vacancies`}>{VACANCY_TEXTS[language].vacancies}</BackLink>
      <h1>{title}</h1>
      <p class="quiet">
        <code>{rule}</code>
      </p>
      {language !== WRITTEN_IN && (
        <Notice>
          <p>{ONLY_IN[language]}</p>
        </Notice>
      )}
      {/* oxlint-disable-next-line react/no-danger -- of our own documentation, a file of this program; nobody typed it here */}
      <div class="prose" lang={WRITTEN_IN} dangerouslySetInnerHTML={{ __html: html }} />
    </StaffLayout>
  );
}
