import { PublicLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { OUTSIDE_TEXTS, type OutsideProblem } from './outside-texts.ts';

export function OutsideProblemPage({ page, problem }: { page: PageContext; problem: OutsideProblem }) {
  const t = OUTSIDE_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.title}>
      <h1>{t.title}</h1>
      <p>{t.problems[problem]}</p>
      <p>
        <a href={`/${page.language}/sign-in`}>{t.tryAgain}</a>
      </p>
    </PublicLayout>
  );
}

/** A link and not a form: what a form is answered with may not lead to another site. */
export function LinkOutsidePage({ page, name, address }: { page: PageContext; name: string; address: string }) {
  const t = OUTSIDE_TEXTS[page.language];
  return (
    <PublicLayout page={page} title={t.linkTitle}>
      <h1>{t.linkTitle}</h1>
      <p>{t.linkText}</p>
      <p>
        <a class="button" href={address}>
          {t.linkGo} {name}
        </a>
      </p>
    </PublicLayout>
  );
}
