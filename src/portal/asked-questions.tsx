import type { Language } from '../platform/language.ts';
import { knockOutOf, type Question } from '../regulations/questions/question-schema.ts';
import { RuleLink } from '../regulations/rule-link.tsx';
import { Tag, Why } from '../site/parts.tsx';
import { answeredHow, ASKED_TEXTS, excludedAfter } from './asked-questions-texts.ts';

type AskedProps = { questions: readonly Question[]; aboutDegrees: boolean; language: Language };

/** What applicants will be asked, so that they can prepare, with the answers after which a rule speaks against them. */
export function AskedQuestions({ questions, aboutDegrees, language }: AskedProps) {
  const t = ASKED_TEXTS[language];
  if (questions.length === 0 && !aboutDegrees) return null;
  return (
    <section id="asked">
      <h2>{t.title}</h2>
      {questions.length > 0 && (
        <>
          <p>{t.intro}</p>
          <ol>
            {questions.map((question) => (
              <li key={question.code}>
                <Asked question={question} language={language} />
              </li>
            ))}
          </ol>
        </>
      )}
      {aboutDegrees && (
        <p>
          <a href={`/${language}/help/education`}>{t.degrees}</a>
        </p>
      )}
    </section>
  );
}

function Asked({ question, language }: { question: Question; language: Language }) {
  const t = ASKED_TEXTS[language];
  const knockOut = knockOutOf(question);
  const details = question.kind === 'yes-no' ? question.details : null;
  return (
    <>
      <p>
        {question.text[language]} {question.optional && <Tag>{t.optional}</Tag>}
      </p>
      <p class="hint">
        {answeredHow(question, language)} {details && `${t.further} ${details.text[language]}`}{' '}
        {question.hint?.[language]}
      </p>
      {question.source && (
        <Why>
          <p>{question.source[language]}</p>
        </Why>
      )}
      {knockOut && (
        <p>
          {t.excludes}
          {language === 'fr' ? '\u00a0: ' : ': '}
          <b>{excludedAfter(question, language)}</b>. <RuleLink rule={knockOut.rule} language={language} /> ·{' '}
          {knockOut.source[language]}. {t.decides}
        </p>
      )}
    </>
  );
}
