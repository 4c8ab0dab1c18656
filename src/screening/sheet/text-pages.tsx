import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton, TextArea, errorOf, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import { CoveredText } from '../masking/covered-text.tsx';
import type { MaskedKind, Segment } from '../masking/masking.ts';
import { SCREENING_TEXTS } from '../screening-texts.ts';

type TextProps = {
  page: PageContext;
  /** The address of the sheet. */
  address: string;
  number: string;
  kind: string;
  name: string;
  anonymous: boolean;
  /** Page by page; nothing where it cannot be read now. */
  pages: Segment[][] | undefined;
  problem?: 'busy' | 'unreadable' | undefined;
};

/** The words of a document, without what tells whose they are. */
export function TextPage({ page, address, number, kind, name, anonymous, pages = [], problem }: TextProps) {
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  return (
    <StaffLayout page={page} title={`${t.textOf(name)} – ${number}`} nav={page.actor?.links ?? []}>
      <BackLink href={address}>{t.backToSheet}</BackLink>
      <p class="eyebrow">{number}</p>
      <h1>{t.textOf(name)}</h1>
      <p>{t.textNote}</p>
      {anonymous && <Notice title={t.hiddenTitle}>{t.hiddenLimits}</Notice>}
      {problem && <Notice tone="warning" status title={problem === 'busy' ? t.busy : t.unreadable} />}
      {pages.map((segments, index) => (
        <section key={index}>
          <h2>{t.pageNumber(index + 1)}</h2>
          {segments.some(({ text }) => text.trim() !== '') ? (
            <div class="as-typed">
              <CoveredText
                segments={segments}
                language={language}
                uncover={(key) => `${address}/passages/${key}?in=${kind}`}
              />
            </div>
          ) : (
            <p class="hint">{t.emptyPage}</p>
          )}
        </section>
      ))}
    </StaffLayout>
  );
}

type RevealProps = {
  page: PageContext;
  number: string;
  what: MaskedKind;
  /** Where the passage stands: the sheet, or a document's kind. */
  place: string;
  back: string;
  errors?: FieldError[];
};

/** Asks why one passage is to be uncovered, before it is. */
export function RevealPage({ page, number, what, place, back, errors = [] }: RevealProps) {
  const t = SCREENING_TEXTS[page.language];
  return (
    <StaffLayout
      page={page}
      title={`${t.revealTitle} – ${number}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={back}>{t.cancel}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">{number}</p>
      <h1>{t.revealTitle}</h1>
      <p>
        <b>{t.masked[what]}</b>
      </p>
      <p>{t.revealNote}</p>
      <form method="post" novalidate>
        <input type="hidden" name="in" value={place} />
        <TextArea name="reason" label={t.revealReason} rows={3} error={errorOf(errors, 'reason')} />
        <div class="actions">
          <SubmitButton>{t.reveal}</SubmitButton>
        </div>
      </form>
    </StaffLayout>
  );
}
