import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink } from '../../site/parts.tsx';
import { staffNav } from '../vacancy-pages.tsx';
import { VACANCY_TEXTS } from '../vacancy-texts.ts';

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
      {/* oxlint-disable-next-line react/no-danger -- of our own documentation, a file of this program; nobody typed it here */}
      <section class="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </StaffLayout>
  );
}
