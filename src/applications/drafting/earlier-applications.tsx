import { Select, SubmitButton } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { titleIn } from '../application.ts';
import type { ApplicationSummary } from '../application-queries.ts';
import { CAREER_TEXTS } from '../career/career-texts.ts';

type EarlierProps = { page: PageContext; number: string; earlier: ApplicationSummary[] };

/** The person's other applications, each of which a draft can take its untouched steps from. */
export function EarlierApplications({ page: { language }, number, earlier }: EarlierProps) {
  const t = CAREER_TEXTS[language];
  if (earlier.length === 0) return null;
  const options = earlier.map(({ number: value, vacancy }) => ({
    value,
    text: `${value} · ${titleIn(vacancy.title, language).text}`,
  }));
  return (
    <section>
      <h2>{t.earlier}</h2>
      <p>{t.earlierNote}</p>
      <form method="post" action={`/${language}/my/applications/${number}/copy`}>
        <Select name="from" label={t.earlierChoose} options={options} value={options[0]?.value} />
        <SubmitButton tone="quiet">{t.earlierButton}</SubmitButton>
      </form>
    </section>
  );
}
