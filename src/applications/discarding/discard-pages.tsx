import { Instant } from '../../site/instant.tsx';
import { PublicLayout } from '../../site/layout.tsx';
import { SubmitButton } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import type { Dossier } from '../application.ts';
import { documentName } from '../documents/document-texts.ts';
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

type UndoProps = { page: PageContext; number: string; discardedAt: Date; zone: string; now: Date };

/** In place of a draft that was thrown away: the way back, as long as there is one. */
export function UndoDiscard({ page: { language }, number, discardedAt, zone, now }: UndoProps) {
  const t = DISCARD_TEXTS[language];
  const until = keptUntil(discardedAt);
  if (now > until)
    return (
      <Notice title={t.gone}>
        <p>{t.tooLate}</p>
      </Notice>
    );
  return (
    <Notice title={t.gone}>
      <p>
        {t.goneUntil} <Instant at={until} zone={zone} />
      </p>
      <form method="post" action={`/${language}/my/applications/${number}/discard/undo`}>
        <SubmitButton tone="quiet">{t.putBack}</SubmitButton>
      </form>
    </Notice>
  );
}
