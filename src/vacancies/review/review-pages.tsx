import { otherLanguages, type Language } from '../../platform/language.ts';
import { formatInstantToMinute } from '../../site/dates.ts';
import { StaffLayout } from '../../site/layout.tsx';
import { plural } from '../../site/numbers.ts';
import { BackLink, Notice, Tag } from '../../site/parts.tsx';
import { colon } from '../../site/punctuation.ts';
import { Approvals } from '../approval/approval-parts.tsx';
import { History } from './history.tsx';
import { IncidentNotice } from '../incidents/incident-parts.tsx';
import { NAMES } from '../field-texts.ts';
import { Moves } from './move-parts.tsx';
import { TONES, wordsOf } from './finding-parts.tsx';
import { ReviewSheet } from './review-rows.tsx';
import { openFindings, reviewSheet, type Finding } from './review-sheet.ts';
import { PUBLICATION_TEXTS } from '../publication/publication-texts.ts';
import type { Weight } from './review.ts';
import { TranslationLinks } from '../translation/translation-note.tsx';
import { AudienceTag, staffNav, StatusTag, TitleText } from '../vacancy-pages.tsx';
import { isPublic } from '../vacancy-state.ts';
import { INTERNAL_DATES_TEXTS } from '../internal-dates/internal-dates-texts.ts';
import { receivedName } from '../importing/import-name.ts';
import { fillIn, VACANCY_TEXTS } from '../vacancy-texts.ts';
import { QUESTION_EDITOR_TEXTS } from '../questions/question-texts.ts';
import type { Vacancy } from '../vacancy.ts';
import type { ReviewProps } from './review-props.ts';

export const addressOf = ({ page, vacancy }: Pick<ReviewProps, 'page' | 'vacancy'>): string =>
  `/${page.language}/staff/vacancies/${vacancy.reference}`;

/** The notice as it was read, side by side, with everything that a person has to settle before it is published. */
export function ReviewPage(props: ReviewProps) {
  const { page, vacancy, events, book, editable, problem } = props;
  const { language } = page;
  const t = VACANCY_TEXTS[language];
  const sheet = reviewSheet(vacancy, book.organisation, props.linted);
  const here = addressOf(props);
  return (
    <StaffLayout
      page={page}
      title={`${t.review.pageTitle} ${vacancy.reference}`}
      nav={staffNav(page)}
      inError={problem !== undefined}
    >
      <BackLink href={`/${language}/staff/vacancies`}>{t.vacancies}</BackLink>
      {problem !== undefined && (
        <Notice tone="error" status>
          <p>{problem}</p>
        </Notice>
      )}
      <Head {...props} />
      <Warnings {...props} />
      <Bar findings={openFindings(sheet)} language={language} />
      <div class="review">
        <ReviewSheet {...{ vacancy, sheet, language, book, here, editable }} />
      </div>
      <Approvals {...props.approval} {...{ vacancy, language, here }} />
      <Moves {...props} here={here} />
      <History events={events} zone={vacancy.deadlineZone} language={language} versions={`${here}/versions`} />
    </StaffLayout>
  );
}

function Head(props: ReviewProps) {
  const { page, vacancy, imports } = props;
  const { language } = page;
  const t = VACANCY_TEXTS[language].review;
  const [other] = otherLanguages(language);
  const taken = imports.findLast(({ state }) => state === 'taken');
  const saved = formatInstantToMinute(vacancy.updatedAt, vacancy.deadlineZone, language);
  return (
    <>
      <p class="eyebrow">
        <b>{vacancy.reference}</b> <StatusTag status={vacancy.status} language={language} />{' '}
        <AudienceTag audience={vacancy.audience} language={language} />{' '}
        {taken && <span>{fillIn(t.from, { file: receivedName(taken.fileName, language) })}</span>}{' '}
        <span>{fillIn(t.version, { n: vacancy.version })},</span> <span>{fillIn(t.saved, { time: saved })}</span>
      </p>
      <h1>
        <TitleText title={vacancy.notice.title} language={language} fallback={vacancy.reference} />
        {other && vacancy.notice.title[language] && vacancy.notice.title[other] && (
          <span class="quiet">
            {' · '}
            <TitleText title={{ [other]: vacancy.notice.title[other] }} language={other} fallback="" />
          </span>
        )}
      </h1>
      <p class="links">
        {taken && <a href={`${addressOf(props)}/original`}>{t.original}</a>}{' '}
        {props.translating && <TranslationLinks vacancy={vacancy} here={addressOf(props)} language={language} />}{' '}
        <a href={`${addressOf(props)}/questions`}>{QUESTION_EDITOR_TEXTS[language].link}</a>{' '}
        <a href={`${addressOf(props)}/notice.pdf`}>{t.asPdf}</a>{' '}
        <a href={`${addressOf(props)}/notice.docx`}>{t.asWord}</a>{' '}
        {isPublic(vacancy.status) && <a href={`/${language}/vacancies/${vacancy.reference}`}>{t.public}</a>}{' '}
        {props.applications && <a href={`${addressOf(props)}/applications`}>{t.applications}</a>}{' '}
        {props.people && <a href={`${addressOf(props)}/people`}>{t.people}</a>}{' '}
        {props.record && <a href={`${addressOf(props)}/record`}>{t.record}</a>}{' '}
        {props.internalDates && (
          <a href={`${addressOf(props)}/internal-dates`}>{INTERNAL_DATES_TEXTS[language].link}</a>
        )}{' '}
        {props.equality && <a href={`${addressOf(props)}/equality`}>{t.equality}</a>}{' '}
        {vacancy.notice.contract.clause !== null && <a href={planAddress(vacancy, language)}>{t.plan}</a>}
      </p>
    </>
  );
}

/** The contract planner with the clause, the grades and the country of the notice filled in. */
function planAddress({ notice: { contract, grades, location } }: Vacancy, language: Language): string {
  const [grade = '', higher = ''] = grades;
  const filled = { clause: contract.clause ?? '', grade, higher, country: location?.country ?? '' };
  const query = new URLSearchParams(Object.entries(filled).filter(([, value]) => value !== ''));
  return `/${language}/staff/contract-planner?${query.toString()}`;
}

function Warnings(props: ReviewProps) {
  const { page, vacancy, imports, editable } = props;
  const { language } = page;
  const t = VACANCY_TEXTS[language].review;
  const offered = imports.filter(({ state }) => state === 'offered');
  return (
    <>
      {props.incident && <IncidentNotice incident={props.incident} language={language} />}
      {vacancy.publishAt && (
        <Notice>
          <p>
            {fillIn(PUBLICATION_TEXTS[language].scheduled, {
              time: formatInstantToMinute(vacancy.publishAt, vacancy.deadlineZone, language),
            })}
            .
          </p>
        </Notice>
      )}
      {offered.length > 0 && (
        <Notice title={plural(offered.length, t.offered, language)}>
          <p>{t.offeredHint}</p>
          <ul>
            {offered.map(({ number, fileName }) => (
              <li key={number}>
                <a href={`${addressOf(props)}/imports/${number}`}>{fillIn(t.compare, { n: number })}</a> ·{' '}
                {receivedName(fileName, language)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {isPublic(vacancy.status) && editable && (
        <Notice tone="warning">
          <p>{t.publicWarning}</p>
        </Notice>
      )}
    </>
  );
}

const WEIGHTS: Weight[] = ['error', 'translation', 'check', 'note'];
const COUNTED = { error: 'errors', translation: 'translations', check: 'checks', note: 'notes' } as const;

/** What is left to settle, always in sight, and the way to each. */
function Bar({ findings, language }: { findings: Finding[]; language: Language }) {
  const t = VACANCY_TEXTS[language].review;
  return (
    <div class="review-bar" id="findings">
      {findings.length === 0 && <Tag tone="success">{t.nothingOpen}</Tag>}
      {WEIGHTS.map((weight) => {
        const own = findings.filter((finding) => finding.weight === weight);
        const [first] = own;
        return (
          first && (
            <a key={weight} href={`#${first.id}`}>
              <Tag tone={TONES[weight]}>{plural(own.length, t[COUNTED[weight]], language)}</Tag>
            </a>
          )
        );
      })}
      {findings.length > 0 && <FindingList findings={findings} language={language} />}
      <a class="way-on" href="#moves">
        {t.wayOn}
      </a>
    </div>
  );
}

function FindingList({ findings, language }: { findings: Finding[]; language: Language }) {
  return (
    <details class="finding-list">
      <summary>{VACANCY_TEXTS[language].review.toList}</summary>
      <ol>
        {findings.map((finding) => (
          <li key={finding.id}>
            <a href={`#${finding.id}`}>
              {placeName(finding, language)}
              {colon(language)}
              {wordsOf(finding, language).title}
            </a>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Where a finding stands, by the name of its field. */
export function placeName(finding: Finding, language: Language): string {
  const path = finding.kind === 'doubt' ? finding.doubt.field : finding.path;
  const root = path.replace(/\[.*$/, '').replace(/\.(en|fr)$/, '');
  return NAMES[language][root] ?? root;
}
