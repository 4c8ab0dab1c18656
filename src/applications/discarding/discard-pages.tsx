import { Fragment } from 'preact';
import type { Language } from '../../platform/language.ts';
import { Instant } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import type { AppliedVacancy, Dossier } from '../application.ts';
import type { ApplicationSummary } from '../application-queries.ts';
import { documentName } from '../documents/document-texts.ts';
import { VacancyTitle } from '../eligibility/eligibility-pages.tsx';
import type { MissedLine } from '../news/missed-news.ts';
import { keptUntil } from './discard.ts';
import { DISCARD_TEXTS } from './discard-texts.ts';

type DiscardPageProps = { page: PageContext; dossier: Dossier };

/** Says what goes with a draft, and how long it can be put back. */
export function DiscardPage({ page, dossier: { application, vacancy, documents, rules } }: DiscardPageProps) {
  const { language } = page;
  const t = DISCARD_TEXTS[language];
  const { number } = application;
  const here = `/${language}/my/applications/${number}`;
  const asking = { organisation: rules, questions: vacancy.questions };
  return (
    <PublicLayout page={page} title={t.title}>
      <BackLink href={here}>{t.back}</BackLink>
      <p class="eyebrow">
        <b>{number}</b>
      </p>
      <h1>{t.title}</h1>
      <p>{t.means}</p>
      <h2>{t.removed}</h2>
      <ul>
        <li>{t.answers}</li>
        {documents.map(({ kind, fileName }) => (
          <li key={kind}>
            {documentName(kind, asking, language)} ({fileName})
          </li>
        ))}
        <li>{t.accommodation}</li>
      </ul>
      <p>{t.profileStays}</p>
      <p>{t.undo}</p>
      <form method="post" action={`${here}/discard`}>
        <div class="actions">
          <SubmitButton tone="danger">{t.button}</SubmitButton>
          <a href={here}>{t.keep}</a>
        </div>
      </form>
    </PublicLayout>
  );
}

type UndoProps = {
  page: PageContext;
  number: string;
  discardedAt: Date;
  vacancy: Announced;
  now: Date;
  missed: MissedLine[];
};
type Announced = Pick<AppliedVacancy, 'reference' | 'deadlineZone'>;

/** In place of a draft that was thrown away: the way back, as long as there is one. */
export function UndoDiscard({ page: { language }, number, discardedAt, vacancy, now, missed }: UndoProps) {
  const t = DISCARD_TEXTS[language];
  const until = keptUntil(discardedAt);
  if (now > until)
    return (
      <Notice title={t.gone}>
        <p>{t.tooLate}</p>
        <p>
          <a href={`/${language}/vacancies/${vacancy.reference}`}>{t.applyAnew}</a>
        </p>
      </Notice>
    );
  return (
    <Notice title={t.gone}>
      <p>
        {t.goneUntil} <Instant at={until} zone={vacancy.deadlineZone} />
      </p>
      <PutBack language={language} number={number} />
      <Meanwhile language={language} missed={missed} />
    </Notice>
  );
}

/** What happened to the vacancy while the draft lay thrown away. */
export function Meanwhile({ language, missed }: { language: Language; missed: MissedLine[] }) {
  if (missed.length === 0) return null;
  return (
    <section class="meanwhile">
      <h2>{DISCARD_TEXTS[language].meanwhile}</h2>
      <ul>
        {missed.map(({ paragraphs }) => (
          <li key={paragraphs.join()}>
            {paragraphs
              .flatMap((text) => text.split('\n'))
              .map((text) => (
                <p key={text}>{text}</p>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function PutBack({ language, number, of }: { language: Language; number: string; of?: string }) {
  return (
    <form method="post" action={`/${language}/my/applications/${number}/discard/undo`}>
      <SubmitButton tone="quiet">
        {DISCARD_TEXTS[language].putBack}
        {of && <span class="hidden"> ({of})</span>}
      </SubmitButton>
    </form>
  );
}

type DiscardedProps = { page: PageContext; discarded: ApplicationSummary[]; now: Date };

/** Below the list of applications: what was thrown away and can still be put back. */
export function Discarded({ page, discarded, now }: DiscardedProps) {
  const { language } = page;
  const t = DISCARD_TEXTS[language];
  const kept = discarded.flatMap((application) => {
    const until = application.discardedAt && keptUntil(application.discardedAt);
    return until && now <= until ? [{ ...application, until }] : [];
  });
  if (kept.length === 0) return null;
  return (
    <section>
      <h2>{t.listed}</h2>
      {kept.map(({ number, vacancy, until }) => (
        <Fragment key={number}>
          <h3>
            <VacancyTitle title={vacancy.title} page={page} /> <span class="whole">{number}</span>
          </h3>
          <p>
            {t.goneUntil} <Instant at={until} zone={vacancy.deadlineZone} />
          </p>
          <PutBack language={language} number={number} of={number} />
        </Fragment>
      ))}
    </section>
  );
}
