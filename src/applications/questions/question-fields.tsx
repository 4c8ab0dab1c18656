import type { Language } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import {
  asksDetails,
  DETAILS_LIMIT,
  isKnockedOut,
  NO_ANSWER,
  type GivenAnswer,
} from '../../regulations/questions/question.ts';
import type { Question } from '../../regulations/questions/question-schema.ts';
import { RuleLink } from '../../regulations/rule-link.tsx';
import { DateField } from '../../site/date-field.tsx';
import { Checkboxes, errorOf, Radios, TextArea, TextField, type FieldError } from '../../site/forms.tsx';
import { Notice, Why } from '../../site/parts.tsx';
import { questionsOf } from '../application.ts';
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
          {...{ question, language, errors }}
        />
      ))}
    </>
  );
}

type AskedProps = { question: Question; given: GivenAnswer; language: Language; errors: FieldError[] };

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
      <ProbablyNot {...props} />
    </section>
  );
}

const DETAILS_WHEN = {
  en: { yes: 'If you answered yes.', no: 'If you answered no.' },
  fr: { yes: 'Si vous avez répondu oui.', no: 'Si vous avez répondu non.' },
} as const;

function Control({ question, given, language, errors }: AskedProps) {
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
    default:
      return assertNever(kind);
  }
}

/** By which rule the answer probably excludes, and the field in which a person is told why it should not. */
function ProbablyNot({ question, given, language, errors }: AskedProps) {
  const t = QUESTION_TEXTS[language];
  if (question.kind === 'text' || !question.knockOut || !isKnockedOut(question, given)) return null;
  const { rule, source } = question.knockOut;
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
