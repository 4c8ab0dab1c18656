import type { ComponentChildren } from 'preact';
import { ErrorSummary } from '../site/error-summary.tsx';
import type { FieldError } from '../site/forms.tsx';
import { PublicLayout } from '../site/layout.tsx';
import type { PageContext } from '../site/page-context.ts';
import { BackLink, Notice } from '../site/parts.tsx';

type FrameProps = {
  page: PageContext;
  /** Of the application. */
  number: string;
  title: string;
  /** What the link back to the application is called. */
  back: string;
  errors: FieldError[];
  problem?: string | undefined;
  children: ComponentChildren;
};

/** What stands around each page on which a candidate follows up one application. */
export function MyApplicationFrame({ page, number, title, back, errors, problem, children }: FrameProps) {
  return (
    <PublicLayout page={page} title={`${title} · ${number}`} inError={errors.length > 0}>
      <BackLink href={`/${page.language}/my/applications/${number}`}>{back}</BackLink>
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{number}</b>
      </p>
      <h1>{title}</h1>
      {children}
    </PublicLayout>
  );
}
