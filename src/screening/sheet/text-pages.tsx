import { formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { SubmitButton, TextArea, TextField, errorOf, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import { CoveredText } from '../masking/covered-text.tsx';
import type { MaskedKind } from '../masking/masked-kind.ts';
import type { Segment } from '../masking/masking.ts';
import type { AskedPage } from '../transcribing/transcription.ts';
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
  pages: ShownPage[] | undefined;
  zone: string;
  /** Whether nothing can be asked of it any more: it is settled, or withdrawn. */
  closed: boolean;
  /** What was asked of which page and cannot be done. */
  errors?: FieldError[];
  problem?: 'busy' | 'unreadable' | undefined;
};

/** A page as its reader sees it; `asked` where there is no text and somebody asked for it to be written down. */
export type ShownPage = { segments: Segment[]; asked: AskedPage | undefined };

/** The words of a document, without what tells whose they are. */
export function TextPage(props: TextProps) {
  const { page, address, number, name, anonymous, pages = [], problem, errors = [] } = props;
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  return (
    <StaffLayout
      page={page}
      title={`${t.textOf(name)} – ${number}`}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      <BackLink href={address}>{t.backToSheet}</BackLink>
      <ErrorSummary errors={errors} />
      <p class="eyebrow">{number}</p>
      <h1>{t.textOf(name)}</h1>
      <p>{t.textNote}</p>
      {anonymous && <Notice title={t.hiddenTitle}>{t.hiddenLimits}</Notice>}
      {problem && <Notice tone="warning" status title={problem === 'busy' ? t.busy : t.unreadable} />}
      {pages.map((shown, index) => (
        <section key={index}>
          <h2>{t.pageNumber(index + 1)}</h2>
          <OnePage {...props} shown={shown} place={index + 1} />
        </section>
      ))}
    </StaffLayout>
  );
}

type OnePageProps = TextProps & { shown: ShownPage; place: number };

function OnePage(props: OnePageProps) {
  const { page, address, kind, shown } = props;
  const { segments, asked } = shown;
  const t = SCREENING_TEXTS[page.language];
  const words = segments.some(({ text }) => text.trim() !== '');
  return (
    <>
      {words && asked && <p class="hint">{t.byHand}</p>}
      {words ? (
        <div class="as-typed">
          <CoveredText
            segments={segments}
            language={page.language}
            uncover={(key) => `${address}/passages/${key}?in=${kind}`}
          />
        </div>
      ) : (
        <Wordless {...props} />
      )}
    </>
  );
}

/** A page without text: what is known of it, and the way to have it written down for who may not see the page itself. */
function Wordless({
  page: { language },
  address,
  kind,
  shown: { asked },
  place,
  zone,
  anonymous,
  closed,
  errors = [],
}: OnePageProps) {
  const t = SCREENING_TEXTS[language];
  const field = `reason-${place}`;
  if (asked)
    return (
      <p class="hint">
        {asked.transcription === undefined
          ? t.waitsSince(formatInstantToMinute(asked.askedAt, zone, language))
          : t.nothingThere}
      </p>
    );
  return (
    <>
      <p class="hint">{t.emptyPage}</p>
      {anonymous && !closed && (
        <form method="post" action={`${address}/texts/${kind}`} novalidate>
          <input type="hidden" name="page" value={place} />
          <TextField
            name={field}
            label={
              <>
                {t.askReason}
                <span class="hidden"> – {t.pageNumber(place)}</span>
              </>
            }
            hint={t.askForPageNote}
            error={errorOf(errors, field)}
          />
          <SubmitButton tone="quiet">
            {t.askForPage}
            <span class="hidden"> – {t.pageNumber(place)}</span>
          </SubmitButton>
        </form>
      )}
    </>
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
