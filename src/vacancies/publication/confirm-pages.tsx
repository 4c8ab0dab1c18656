import type { Language } from '../../platform/language.ts';
import { formatInstant } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, Notice } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { PublicationFields } from './publication-fields.tsx';
import { OPEN_ENDED } from './publication-texts.ts';
import { addressOf, placeName } from '../review/review-pages.tsx';
import { wordsOf } from '../review/finding-parts.tsx';
import type { Finding } from '../review/review-sheet.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { MOVES_ON_PAGE } from '../vacancy-moves.ts';
import { staffNav } from '../vacancy-pages.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';

type ConfirmProps = {
  page: PageContext;
  vacancy: Vacancy;
  action: 'publish' | 'cancel';
  values: FormValues;
  /** The zone that the publication is set in. */
  zone: string;
  /** Missing translations: publication then needs a reason. */
  lacking: Finding[];
  /** What stands against it, whatever is written here. */
  problem?: string | undefined;
  errors: FieldError[];
};

/** What will happen, in a sentence, before it does. */
export function ConfirmPage(props: ConfirmProps) {
  const { page, vacancy, action, problem, errors, lacking } = props;
  const { language } = page;
  const t = VACANCY_TEXTS[language].confirm;
  const title = fillIn(t[action], { reference: vacancy.reference });
  return (
    <StaffLayout page={page} title={title} nav={staffNav(page)} inError={problem !== undefined || errors.length > 0}>
      <BackLink href={addressOf(props)}>{t.back}</BackLink>
      <ErrorSummary errors={errors} />
      {problem !== undefined && (
        <Notice tone="error" status>
          <p>{problem}</p>
        </Notice>
      )}
      <h1>{title}</h1>
      <p class="lede">{sentenceOf(props)}</p>
      {action === 'publish' && lacking.length > 0 && <Lacking lacking={lacking} language={language} />}
      {problem !== undefined ? (
        <p>
          <a href={`${addressOf(props)}#findings`}>{t.back}</a>
        </p>
      ) : (
        <ConfirmForm {...props} />
      )}
    </StaffLayout>
  );
}

function ConfirmForm(props: ConfirmProps) {
  const { page, vacancy, action, errors, lacking, values, zone } = props;
  const t = VACANCY_TEXTS[page.language].confirm;
  const asksReason = action === 'cancel' || lacking.length > 0;
  return (
    <form method="post" action={`${addressOf(props)}/${MOVES_ON_PAGE[action].resource}`} class="form">
      <input type="hidden" name="version" value={vacancy.version} />
      {action === 'publish' && <PublicationFields {...{ values, errors, zone }} language={page.language} />}
      {asksReason && (
        <TextArea
          name="reason"
          label={action === 'cancel' ? t.cancelReason : t.waiver}
          hint={t.reasonHint}
          value={valueOf(values, 'reason')}
          rows={3}
          error={errorOf(errors, 'reason')}
        />
      )}
      <p class="actions">
        <SubmitButton tone={action === 'cancel' ? 'danger' : 'main'}>{t[`${action}Button`]}</SubmitButton>
        <a href={addressOf(props)}>{t.back}</a>
      </p>
    </form>
  );
}

function sentenceOf({ page, vacancy, action }: ConfirmProps): string {
  const { language } = page;
  const { title } = vacancy.notice;
  const deadline = vacancy.deadlineAt ? formatInstant(vacancy.deadlineAt, vacancy.deadlineZone, language) : undefined;
  const name = title[language] ?? Object.values(title)[0] ?? vacancy.reference;
  const sentence = fillIn(VACANCY_TEXTS[language].confirm[`${action}Sentence`], { title: name });
  const until = deadline ? fillIn(VACANCY_TEXTS[language].confirm.publishUntil, { deadline }) : OPEN_ENDED[language];
  return action === 'publish' ? `${sentence} ${until}.` : sentence;
}

function Lacking({ lacking, language }: { lacking: Finding[]; language: Language }) {
  return (
    <Notice tone="warning">
      <p>{VACANCY_TEXTS[language].confirm.lacking}</p>
      <ul>
        {lacking.map((finding) => (
          <li key={finding.id}>
            {placeName(finding, language)}
            {colon(language)}
            {wordsOf(finding, language).title}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
