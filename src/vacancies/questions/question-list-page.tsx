import { LANGUAGES, type Language } from '../../platform/language.ts';
import { knockOutOf, QUESTION_KINDS, type Question } from '../../regulations/questions/question-schema.ts';
import { SubmitButton } from '../../site/forms.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { BackLink, EmptyState, Notice, Tag } from '../../site/parts.tsx';
import { staffNav } from '../vacancy-pages.tsx';
import type { Vacancy } from '../vacancy.ts';
import { questionsOpen } from './question-form.ts';
import { QUESTION_EDITOR_TEXTS } from './question-texts.ts';

/** Where the questions of a vacancy are. */
export const questionsAddress = (language: Language, { reference }: Pick<Vacancy, 'reference'>): string =>
  `/${language}/staff/vacancies/${reference}/questions`;

type ListProps = {
  page: PageContext;
  vacancy: Vacancy;
  /** The organisation's own, of every vacancy. */
  ofEverybody: readonly Question[];
  /** Whether the reader may change them. */
  editable: boolean;
  /** What was just removed, and from where: it can be put back. */
  removed?: { question: Question; index: number } | undefined;
};

/** The questions of a vacancy, in the order in which they are asked. */
export function QuestionsPage({ page, vacancy, ofEverybody, editable, removed }: ListProps) {
  const { language } = page;
  const t = QUESTION_EDITOR_TEXTS[language];
  const here = questionsAddress(language, vacancy);
  const open = editable && questionsOpen(vacancy);
  return (
    <StaffLayout page={page} title={`${t.title} ${vacancy.reference}`} nav={staffNav(page)}>
      <BackLink href={`/${language}/staff/vacancies/${vacancy.reference}`}>{vacancy.reference}</BackLink>
      {removed && (
        <Notice tone="success" status>
          <p>{t.removed}</p>
          <form method="post" action={`${here}/restoration`}>
            <input type="hidden" name="version" value={vacancy.version} />
            <input type="hidden" name="index" value={removed.index} />
            <input type="hidden" name="question" value={JSON.stringify(removed.question)} />
            <SubmitButton tone="quiet">{t.undo}</SubmitButton>
          </form>
        </Notice>
      )}
      <p class="eyebrow">
        <b>{vacancy.reference}</b>
      </p>
      <h1>{t.title}</h1>
      <p class="lede">{t.intro}</p>
      {!questionsOpen(vacancy) && (
        <Notice>
          <p>{t.locked}</p>
        </Notice>
      )}
      {vacancy.questions.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneNext}</p>
        </EmptyState>
      ) : (
        <ol class="questions">
          {vacancy.questions.map((question, index) => (
            <li key={question.code}>
              <Asked question={question} language={language} />
              {open && <Buttons {...{ here, question, index, vacancy, language }} />}
            </li>
          ))}
        </ol>
      )}
      {open && <Add here={here} language={language} />}
      {ofEverybody.length > 0 && (
        <section>
          <h2>{t.ofEverybody}</h2>
          <ul>
            {ofEverybody.map((question) => (
              <li key={question.code}>
                <Asked question={question} language={language} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </StaffLayout>
  );
}

function Asked({ question, language }: { question: Question; language: Language }) {
  const t = QUESTION_EDITOR_TEXTS[language];
  const excludes = knockOutOf(question) !== null;
  const other = LANGUAGES.filter((each) => each !== language);
  return (
    <>
      <p>
        {question.text[language]} <Tag tone="plain">{t.kinds[question.kind]}</Tag>{' '}
        {question.optional && <Tag tone="plain">{t.optional}</Tag>}{' '}
        {excludes && <Tag tone="warning">{t.knocksOut}</Tag>}
      </p>
      {other.map((each) => (
        <p key={each} lang={each} class="hint">
          {question.text[each]}
        </p>
      ))}
    </>
  );
}

type ButtonsProps = { here: string; question: Question; index: number; vacancy: Vacancy; language: Language };

function Buttons({ here, question, index, vacancy, language }: ButtonsProps) {
  const t = QUESTION_EDITOR_TEXTS[language];
  const about = <span class="hidden"> {question.text[language]}</span>;
  const last = index === vacancy.questions.length - 1;
  return (
    <form method="post" action={`${here}/${question.code}/moves`} class="row-buttons">
      <input type="hidden" name="version" value={vacancy.version} />
      <a href={`${here}/${question.code}`}>
        {t.edit}
        {about}
      </a>{' '}
      {index > 0 && (
        <button type="submit" class="link" name="move" value="up">
          {t.up}
          {about}
        </button>
      )}{' '}
      {!last && (
        <button type="submit" class="link" name="move" value="down">
          {t.down}
          {about}
        </button>
      )}{' '}
      <button type="submit" class="link" name="move" value="remove">
        {t.remove}
        {about}
      </button>
    </form>
  );
}

function Add({ here, language }: { here: string; language: Language }) {
  const t = QUESTION_EDITOR_TEXTS[language];
  return (
    <section>
      <h2>{t.add}</h2>
      <ul class="links">
        {QUESTION_KINDS.map((kind) => (
          <li key={kind}>
            <a href={`${here}/new?kind=${kind}`}>{t.kinds[kind]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
