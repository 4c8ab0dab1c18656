import type { Language } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import {
  asksDetails,
  DETAILS_LIMIT,
  isKnockedOut,
  NO_ANSWER,
  type GivenAnswer,
} from '../../regulations/questions/question.ts';
import { documentKindOf, knockOutOf, type Question } from '../../regulations/questions/question-schema.ts';
import { RuleLink } from '../../regulations/rule-link.tsx';
import { DateField } from '../../site/date-field.tsx';
import { Checkboxes, errorOf, Radios, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { Notice, Tag, Why } from '../../site/parts.tsx';
import { questionsOf, type Dossier } from '../application.ts';
import { fileField } from '../documents/document.ts';
import type { FieldsProps } from '../drafting/step-fields-props.ts';
import { QUESTION_TEXTS, rangeText } from './question-texts.ts';

/** What applicants are asked beside the requirements: each question with what follows from its answer, where a rule says. */
export function QuestionFields({ page, dossier, answers, errors }: FieldsProps) {
  const { language } = page;
  const t = QUESTION_TEXTS[language];
  const questions = questionsOf(dossier);
  if (questions.length === 0) return <p>{t.none}</p>;
  return (
    <>
      <p>{t.intro}</p>
      {questions.map((question) => (
        <Asked
          key={question.code}
          given={answers.questions[question.code] ?? NO_ANSWER}
          {...{ question, language, errors, dossier }}
        />
      ))}
    </>
  );
}

type AskedProps = {
  question: Question;
  given: GivenAnswer;
  language: Language;
  errors: FieldError[];
  dossier: Dossier;
};

function Asked(props: AskedProps) {
  const { question, given, language, errors } = props;
  const { code } = question;
  const details = question.kind === 'yes-no' ? question.details : null;
  return (
    <section class="asked">
      <Control {...props} />
      {details && (
        <TextArea
          name={`details-${code}`}
          label={details.text[language]}
          hint={DETAILS_WHEN[language][details.when]}
          optional={!asksDetails(question, given)}
          value={given.details}
          rows={3}
          maxCharacters={DETAILS_LIMIT}
          error={errorOf(errors, `details-${code}`)}
        />
      )}
      {question.source && (
        <Why>
          <p>{question.source[language]}</p>
        </Why>
      )}
      <ProbablyNot {...props} />
    </section>
  );
}

const DETAILS_WHEN = {
  en: { yes: 'If you answered yes.', no: 'If you answered no.' },
  fr: { yes: 'Si vous avez répondu oui.', no: 'Si vous avez répondu non.' },
} as const;

function Control({ question, given, language, errors, dossier }: AskedProps) {
  const t = QUESTION_TEXTS[language];
  const { code, text, hint, optional, kind } = question;
  const name = `question-${code}`;
  const field = { name, label: text[language], hint: hint?.[language], optional, error: errorOf(errors, name) };
  const [first = '', second = '', third = ''] = given.answer;
  switch (kind) {
    case 'yes-no': {
      const options = (['yes', 'no'] as const).map((value) => ({ value, text: t[value] }));
      return <Radios {...field} options={options} value={first} inline />;
    }
    case 'choice': {
      const options = question.options.map((option) => ({ value: option.code, text: option.text[language] }));
      if (question.several) return <Checkboxes {...field} options={options} values={given.answer} />;
      return <Radios {...field} options={options} value={first} />;
    }
    case 'number': {
      const range = [field.hint, rangeText(question, language)].filter(Boolean).join(' ');
      return <TextField {...field} hint={range || undefined} value={first} inputmode="numeric" width="short" />;
    }
    case 'date':
      return <DateField {...field} value={{ day: first, month: second, year: third }} />;
    case 'text':
      return <TextArea {...field} value={first} maxCharacters={question.maxCharacters} />;
    case 'document':
      return <ByDocument {...{ question, language, dossier }} />;
    default:
      return assertNever(kind);
  }
}

/** A question that a document answers: which is attached, and the way to where it is. */
function ByDocument({ question, language, dossier }: Pick<AskedProps, 'question' | 'language' | 'dossier'>) {
  const t = QUESTION_TEXTS[language];
  const kind = documentKindOf(question);
  const attached = dossier.documents.find((document) => document.kind === kind);
  const address = `/${language}/my/applications/${dossier.application.number}/documents#f-${fileField(kind)}`;
  return (
    <>
      <p>
        <b>{question.text[language]}</b>
      </p>
      {question.hint && <p class="hint">{question.hint[language]}</p>}
      <p>
        <Tag tone={attached ? 'success' : question.optional ? 'plain' : 'warning'}>
          {attached ? t.attached : t.notAttached}
        </Tag>{' '}
        {attached?.fileName}
      </p>
      <p>
        <a href={address}>
          {t.attach}
          <span class="hidden"> ({question.text[language]})</span>
        </a>
      </p>
    </>
  );
}

/** By which rule the answer probably excludes, and the field in which a person is told why it should not. */
function ProbablyNot({ question, given, language, errors }: AskedProps) {
  const t = QUESTION_TEXTS[language];
  const knockOut = knockOutOf(question);
  if (!knockOut || !isKnockedOut(question, given)) return null;
  const { rule, source } = knockOut;
  const name = `reason-${question.code}`;
  return (
    <>
      <Notice tone="warning" title={t.probablyNot}>
        <p>{t.probablyNotNext}</p>
        <Why>
          <p>
            <RuleLink rule={rule} language={language} /> · {source[language]}
          </p>
        </Why>
      </Notice>
      <TextArea
        name={name}
        label={t.reason}
        hint={t.reasonHint}
        value={given.reason}
        maxCharacters={DETAILS_LIMIT}
        error={errorOf(errors, name)}
      />
    </>
  );
}
