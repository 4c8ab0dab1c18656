import type { Language } from '../platform/language.ts';
import { countryName } from '../regulations/organisation/countries.ts';
import { formatBytes, plural } from '../site/numbers.ts';
import { SummaryList, type SummaryRow } from '../site/parts.tsx';
import { isCivilDate } from '../regulations/civil-dates.ts';
import { formatDate } from '../site/dates.ts';
import type { AttachedDocument } from './application.ts';
import { APPLICATION_TEXTS } from './application-texts.ts';
import { NO_LEVEL, type StepName } from './answers.ts';
import { DOCUMENT_TEXTS, documentName } from './documents/document-texts.ts';
import { CareerReadBack, evidenceTold } from './career/career-read-back.tsx';
import { CLEARANCE_TEXTS, clearanceTold } from './eligibility/clearance-texts.ts';
import { answerTold, type StoredAnswer } from './questions/question-told.ts';
import { QUESTION_TEXTS } from './questions/question-texts.ts';
import type { SubmittedContent } from './submission/receipt.ts';
import { RECEIPT_TEXTS } from './submission/receipt-texts.ts';
import { RequirementText } from './drafting/requirement-fields.tsx';
import { languageName } from '../site/language-name.ts';
import type { ReadBackProps } from './read-back-props.ts';

/** Everything that is, or will be, stored: in full, in the order of the form. */
export function ReadBack(props: ReadBackProps) {
  const { page, content } = props;
  const t = RECEIPT_TEXTS[page.language];
  const essential = content.requirements.filter(({ kind }) => kind === 'essential');
  const desirable = content.requirements.filter(({ kind }) => kind === 'desirable');
  return (
    <>
      <SummaryList rows={[...identityRows(props), languageRow(props)]} />
      <CareerReadBack {...props} action={(step) => action(props, step)} />
      <h3>{t.essential}</h3>
      <p>{t.answered(essential.filter(({ answer }) => answer.trim() !== '').length, essential.length)}</p>
      <SummaryList rows={essential.map((answered) => requirementRow(answered, props))} />
      {desirable.length > 0 && <h3>{t.desirable}</h3>}
      {desirable.length > 0 && <SummaryList rows={desirable.map((answered) => requirementRow(answered, props))} />}
      <StoredAnswers {...props} />
      <h3>{t.documents}</h3>
      {content.documents.length === 0 && <p>{t.noDocuments}</p>}
      {content.documents.length > 0 && <SummaryList rows={content.documents.map((one) => documentRow(one, props))} />}
      <ChangeLink {...props} step="documents" />
      <h3>{t.declarations}</h3>
      <Declarations {...props} />
      <ChangeLink {...props} step="declarations" />
    </>
  );
}

const action = ({ page, change }: ReadBackProps, step: StepName): SummaryRow['action'] =>
  change && {
    href: change(step),
    text: RECEIPT_TEXTS[page.language].change,
    about: APPLICATION_TEXTS[page.language].steps[step],
  };

function identityRows(props: ReadBackProps): SummaryRow[] {
  const { page, content } = props;
  const { givenNames, familyName, nationalities, residence, telephone, clearance, exception, bornOn } =
    content.identity;
  const { language } = page;
  const t = RECEIPT_TEXTS[page.language];
  const countries = nationalities.map((code) => countryName(code, page.language));
  const row = (term: string, value: string): SummaryRow => ({
    term,
    value: value.trim() === '' ? t.noAnswer : value,
    action: action(props, 'identity'),
  });
  return [
    row(t.name, `${givenNames} ${familyName}`),
    ...(bornOn && !props.assessed
      ? [row(APPLICATION_TEXTS[language].birthDate.label, isCivilDate(bornOn) ? formatDate(bornOn, language) : bornOn)]
      : []),
    row(t.nationalities, countries.join(', ')),
    ...(clearance ? [row(CLEARANCE_TEXTS[language].title, clearanceTold(clearance, props.rules, language))] : []),
    row(t.residence, countryName(residence, page.language)),
    row(t.telephone, telephone),
    ...(exception ? [row(QUESTION_TEXTS[language].reason, exception)] : []),
  ];
}

function languageRow(props: ReadBackProps): SummaryRow {
  const { page, content, rules } = props;
  const t = RECEIPT_TEXTS[page.language];
  const { official } = rules.languages;
  const place = (code: string) => (official.includes(code) ? official.indexOf(code) : official.length);
  const inOrder = Object.entries(content.languages).toSorted(([a], [b]) => place(a) - place(b));
  const levels = inOrder.map(([code, level]) => {
    const told = level === '' ? t.noAnswer : level === NO_LEVEL ? t.noLevel : level;
    return `${languageName(code, page.language)} ${told}`;
  });
  return { term: t.languages, value: levels.join(' · ') || t.noAnswer, action: action(props, 'languages') };
}

function requirementRow(
  { number, requirement, answer, evidence }: SubmittedContent['requirements'][number],
  props: ReadBackProps,
): SummaryRow {
  const t = RECEIPT_TEXTS[props.page.language];
  const shownBy = evidenceTold(evidence, props);
  return {
    term: (
      <>
        {number}. <RequirementText text={requirement} page={props.page} />
      </>
    ),
    value: (
      <>
        <span class="as-typed">{answer.trim() === '' ? t.noAnswer : answer}</span>
        {shownBy && (
          <>
            <br />
            <small>{shownBy}</small>
          </>
        )}
      </>
    ),
    action: action(props, 'requirements'),
  };
}

function documentRow(document: AttachedDocument, { page, rules, content }: ReadBackProps): SummaryRow {
  const answered = content.questions?.find((stored) => stored.document === document.kind)?.question;
  return {
    term:
      answered?.[page.language] ?? documentName(document.kind, { organisation: rules, questions: [] }, page.language),
    value: (
      <>
        {documentFacts(document, page.language)}
        <br />
        <small class="as-typed">SHA-256 {document.sha256}</small>
        {document.rendition && (
          <>
            <br />
            <small class="as-typed">
              {DOCUMENT_TEXTS[page.language].ourPdf} SHA-256 {document.rendition.sha256}
            </small>
          </>
        )}
      </>
    ),
  };
}

/** `letter.pdf, 2 pages, 148 kB`. */
export const documentFacts = ({ fileName, pages, sizeBytes }: AttachedDocument, language: Language): string =>
  [fileName, plural(pages, RECEIPT_TEXTS[language].pages, language), formatBytes(sizeBytes, language)].join(', ');

/** The questions in their words of that moment, each with its answer and what was said beside it. */
function StoredAnswers(props: ReadBackProps) {
  const { page, content } = props;
  const { questions = [] } = content;
  const { language } = page;
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{APPLICATION_TEXTS[language].steps.questions}</h3>
      <SummaryList
        rows={questions.map((stored) => ({
          term: stored.question[language] ?? stored.question.en ?? stored.code,
          value: <AnswerGiven stored={stored} language={language} />,
          action: action(props, 'questions'),
        }))}
      />
    </>
  );
}

/** One answer in words, with its details, and where a rule speaks against it, why a person should decide. */
export function AnswerGiven({ stored, language }: { stored: StoredAnswer; language: Language }) {
  const t = QUESTION_TEXTS[language];
  const { details, exception } = stored;
  return (
    <>
      <span class="as-typed">{answerTold(stored, language)}</span>
      {details && <p class="as-typed">{details}</p>}
      {exception && (
        <>
          <p>
            {t.reasonGiven} <span class="as-typed">{exception.reason}</span>
          </p>
          <p class="hint">
            {exception.rule} · {exception.source[language] ?? exception.source.en}
          </p>
        </>
      )}
    </>
  );
}

/** The declarations in the wording they were made in, whatever the language of the page. */
function Declarations({ page, content: { declarations, language } }: ReadBackProps) {
  if (declarations.length === 0) return <p>{RECEIPT_TEXTS[page.language].noAnswer}</p>;
  return (
    <ul lang={language === page.language ? undefined : language}>
      {declarations.map(({ code, text }) => (
        <li key={code}>{text[language]}</li>
      ))}
    </ul>
  );
}

function ChangeLink(props: ReadBackProps & { step: StepName }) {
  const link = action(props, props.step);
  if (!link) return null;
  return (
    <p>
      <a href={link.href}>
        {link.text}
        <span class="hidden"> {link.about}</span>
      </a>
    </p>
  );
}
