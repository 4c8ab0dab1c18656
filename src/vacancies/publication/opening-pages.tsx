import { LANGUAGES } from '../../platform/language.ts';
import { formatInstant } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink } from '../../site/parts.tsx';
import { NOTE_FIELD } from '../editing/correction-form.ts';
import { CORRECTION_TEXTS } from '../editing/correction-texts.ts';
import { valueOf, type FormValues } from '../editing/section-form.ts';
import { addressOf } from '../review/review-pages.tsx';
import { staffNav } from '../vacancy-pages.tsx';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import type { Vacancy } from '../vacancy.ts';
import { OPENING_TEXTS } from './opening-texts.ts';

type OpeningProps = { page: PageContext; vacancy: Vacancy; values: FormValues; errors: FieldError[] };

/** What opening a vacancy to everybody means, in a sentence, and what the public is told of it. */
export function OpeningPage(props: OpeningProps) {
  const { page, vacancy, values, errors } = props;
  const { language } = page;
  const { deadlineAt, deadlineZone } = vacancy;
  const t = OPENING_TEXTS[language];
  const { back } = VACANCY_TEXTS[language].confirm;
  const title = fillIn(t.title, { reference: vacancy.reference });
  return (
    <StaffLayout page={page} title={title} nav={staffNav(page)} inError={errors.length > 0}>
      <BackLink href={addressOf(props)}>{back}</BackLink>
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p class="lede">{sentenceOf(props)}</p>
      {deadlineAt && <p>{fillIn(t.deadline, { deadline: formatInstant(deadlineAt, deadlineZone, language) })}</p>}
      <p>
        <b>{t.final}</b>
      </p>
      <form method="post" action={`${addressOf(props)}/opening`} class="form">
        <input type="hidden" name="version" value={vacancy.version} />
        {LANGUAGES.map((side) => (
          <TextArea
            key={side}
            name={NOTE_FIELD[side]}
            label={t.note[side]}
            hint={CORRECTION_TEXTS[language].noteHint}
            lang={side}
            rows={3}
            value={valueOf(values, NOTE_FIELD[side])}
            error={errorOf(errors, NOTE_FIELD[side])}
          />
        ))}
        <p class="actions">
          <SubmitButton>{t.submit}</SubmitButton>
          <a href={addressOf(props)}>{back}</a>
        </p>
      </form>
    </StaffLayout>
  );
}

function sentenceOf({ page: { language }, vacancy }: OpeningProps): string {
  const { notice, audience, reference } = vacancy;
  const title = notice.title[language] ?? Object.values(notice.title)[0] ?? reference;
  return audience === 'both' ? '' : fillIn(OPENING_TEXTS[language].sentence[audience], { title });
}
