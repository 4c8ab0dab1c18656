import { Fragment, type ComponentChildren } from 'preact';
import { otherLanguages, type Language } from '../platform/language.ts';
import type { AttachmentRequest, LanguageRequirement } from '../notices/notice.ts';
import { scaleFrom } from '../regulations/pay/salary-texts.ts';
import type { SalaryCheck } from '../regulations/pay/salary.ts';
import { dateIn, remaining } from '../site/dates.ts';
import { Breakable } from '../site/breakable.tsx';
import { Instant } from '../site/instant.tsx';
import { JsonLd } from '../site/json-ld.tsx';
import { languageName } from '../site/language-name.ts';
import { Canonical } from '../site/canonical.tsx';
import { PublicLayout } from '../site/layout.tsx';
import { formatMoney, joinList, plural } from '../site/numbers.ts';
import { addressIn, type PageContext } from '../site/page-context.ts';
import { BackLink, Facts, Notice, Tag, type Fact } from '../site/parts.tsx';
import { gradesOf } from '../vacancies/posts.ts';
import { OPEN_ENDED } from '../vacancies/publication/publication-texts.ts';
import { AskedQuestions } from './asked-questions.tsx';
import { Offer } from './offer.tsx';
import type { OfferView } from './offer-view.ts';
import { Follow } from './follow/follow-parts.tsx';
import { jobPosting } from './job-posting.ts';
import { AudienceNote, Corrections, postsFact, UseInternal } from './life-marks.tsx';
import { LIFE_TEXTS } from './life-texts.ts';
import { NoticeArticle } from './notice-pages.tsx';
import { PORTAL_TEXTS } from './portal-texts.ts';
import { inLanguage, type VacancyView } from './vacancy-view.ts';

type VacancyPageProps = {
  page: PageContext;
  vacancy: VacancyView;
  now: Date;
  /** What its contract means for somebody who starts on a day. */
  offer?: OfferView | undefined;
  /** Where the way to an application begins; none for those who cannot apply. */
  applyHref?: string | undefined;
  /** The same vacancy in the internal portal, for serving staff who came by the public one. */
  internalHref?: string | undefined;
  /** What is told to those alone who read it here. */
  note?: ComponentChildren;
};

export function VacancyPage({ page, vacancy, now, offer, ...ways }: VacancyPageProps) {
  const { applyHref, internalHref, note } = ways;
  const { language } = page;
  const { notice, names, reference, open, questions, aboutDegrees } = vacancy;
  const t = PORTAL_TEXTS[language];
  const title = inLanguage(notice.title, language) ?? { text: reference, lang: language };
  const body = inLanguage(names.body, language);
  return (
    <PublicLayout page={page} title={`${title.text} · ${reference}`} head={headOf(vacancy, page)}>
      <BackLink href={`/${language}${page.path.startsWith('/internal/') ? '/internal' : ''}/vacancies`}>
        {t.allVacancies}
      </BackLink>
      <p class="eyebrow">
        <span class="hidden">{t.reference} </span>
        <b>{reference}</b> {body && <span lang={langAttribute(body.lang, language)}>{body.text}</span>}{' '}
        {vacancy.audience === 'internal' && <Tag>{LIFE_TEXTS[language].internal}</Tag>}{' '}
        {!open && <Tag tone="warning">{t.closed}</Tag>} {notice.budgetPending && <Tag>{t.budgetPending}</Tag>}{' '}
        {notice.fastTrack && <Tag>{t.fastTrack}</Tag>}
      </p>
      <h1 lang={langAttribute(title.lang, language)}>
        <Breakable text={title.text} />
      </h1>
      {!open && (
        <Notice tone="warning">
          {deadlineHasPassed(vacancy, now) ? t.closedNote : LIFE_TEXTS[language].closedByHand}
        </Notice>
      )}
      {open && internalHref && <UseInternal href={internalHref} language={language} />}
      {note}
      <AudienceNote vacancy={vacancy} language={language} />
      <Corrections vacancy={vacancy} language={language} />
      <Facts facts={factsOf({ vacancy, language, now, offer })} />
      <div class="split">
        <NoticeArticle {...{ notice, names, language }} offer={offer && <Offer page={page} offer={offer} />} />
        <aside class="aside">
          {open && applyHref && <Apply href={applyHref} language={language} />}
          {open && <Follow reference={reference} hasDeadline={vacancy.deadlineAt !== null} language={language} />}
          <Documents vacancy={vacancy} language={language} />
          <TakeAway page={page} vacancy={vacancy} />
        </aside>
      </div>
      <AskedQuestions {...{ questions, aboutDegrees, language }} />
    </PublicLayout>
  );
}

/** What machines read; nothing of what is not for everybody. Search engines ask for no posting that has closed. */
const headOf = (vacancy: VacancyView, page: PageContext) =>
  vacancy.audience === 'internal' ? (
    <meta name="robots" content="noindex" />
  ) : (
    <>
      <Canonical page={page} />
      {vacancy.open && <JsonLd data={jobPosting(vacancy, page)} />}
    </>
  );

const deadlineHasPassed = ({ deadlineAt }: VacancyView, now: Date): boolean => deadlineAt !== null && deadlineAt < now;

const langAttribute = (lang: Language, page: Language): Language | undefined => (lang === page ? undefined : lang);

type Told = { vacancy: VacancyView; language: Language; now: Date; offer?: OfferView | undefined };

function factsOf({ vacancy, language, now, offer }: Told): Fact[] {
  const { notice, names } = vacancy;
  const t = PORTAL_TEXTS[language];
  const place = inLanguage(names.place, language);
  const { languages, clearance } = notice;
  const facts: (Fact | false)[] = [
    deadlineFact(vacancy, language, now),
    place !== undefined && { term: t.place, value: place.text, note: inLanguage(names.schedule, language)?.text },
    postsFact({ vacancy, language }),
    gradeFact(vacancy, language, offer?.salary),
    languages !== null && languagesFact(languages, vacancy, language),
    clearance !== null && {
      term: t.clearance,
      value: clearance,
      note: [inLanguage(names.clearance, language)?.text, t.clearanceNote].filter(Boolean).join(', '),
    },
  ];
  return facts.filter((fact) => fact !== false);
}

function languagesFact(
  { one, other }: LanguageRequirement,
  { officialLanguages }: VacancyView,
  language: Language,
): Fact {
  const t = PORTAL_TEXTS[language];
  const { value, note } = officialLanguages.length > 2 ? t.languagesOfMore : t.languagesOfTwo;
  const names = officialLanguages.map((code) => languageName(code, language));
  return {
    term: t.languages,
    value: value.replace('{one}', one).replace('{other}', other),
    note: note.replace('{languages}', joinList(names, language)),
  };
}

function deadlineFact({ deadlineAt, deadlineZone }: VacancyView, language: Language, now: Date): Fact {
  const term = PORTAL_TEXTS[language].deadline;
  if (!deadlineAt) return { term, value: OPEN_ENDED[language] };
  const left = remaining(now, deadlineAt, language);
  return {
    term,
    value: <Instant at={deadlineAt} zone={deadlineZone} />,
    note: left && <span class="left">{left}</span>,
  };
}

function gradeFact({ notice }: VacancyView, language: Language, check?: SalaryCheck | null): Fact {
  const t = PORTAL_TEXTS[language];
  const [first = '–', second] = notice.grades;
  const { salary } = notice;
  const pay =
    salary !== null && salary.amountMinor !== null && salary.period !== null
      ? t.payNote
          .replace('{amount}', formatMoney(salary.amountMinor, salary.currency, language))
          .replace('{period}', t.periods[salary.period])
      : undefined;
  const value = notice.posts
    ? gradesOf(notice).join(', ')
    : second === undefined
      ? first
      : `${first} ${t.twinGrades.replace('{grade}', second)}`;
  const basis = check?.kind === 'matches' ? scaleFrom(check.row.from, language) : undefined;
  return { term: t.gradeAndPay, value, note: [pay, basis].filter(Boolean).join(', ') || undefined };
}

function Apply({ href, language }: { href: string; language: Language }) {
  const t = PORTAL_TEXTS[language];
  return (
    <section class="apply">
      <h2>{t.apply}</h2>
      <p>{t.applyNote}</p>
      <a class="button" href={href}>
        {t.applyButton}
      </a>
    </section>
  );
}

function Documents({ vacancy, language }: { vacancy: VacancyView; language: Language }) {
  const t = PORTAL_TEXTS[language];
  const { attachments } = vacancy.notice;
  return (
    <section>
      <h2>{t.documents}</h2>
      {attachments.length === 0 && <p>{t.noDocuments}</p>}
      {attachments.length > 0 && (
        <ul>
          {attachments.map((request) => (
            <li key={request.kind}>{describe(request, vacancy, language)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function describe(
  { kind, maxPages, pageSize, formats }: AttachmentRequest,
  vacancy: VacancyView,
  language: Language,
): string {
  const t = PORTAL_TEXTS[language];
  const name = inLanguage(vacancy.names.attachments[kind], language)?.text ?? kind;
  const pages =
    maxPages === null ? undefined : [plural(maxPages, t.pages, language), pageSize].filter(Boolean).join(' ');
  return [
    name,
    pages,
    joinList(
      formats.map((format) => t.formats[format]),
      language,
      'disjunction',
    ),
  ]
    .filter(Boolean)
    .join(', ');
}

const FILES = [
  { extension: 'pdf', name: { en: 'PDF', fr: 'PDF' } },
  { extension: 'docx', name: { en: 'Word', fr: 'Word' } },
  { extension: 'txt', name: { en: 'text', fr: 'texte' } },
];

function TakeAway({ page, vacancy }: { page: PageContext; vacancy: VacancyView }) {
  const { language } = page;
  const t = PORTAL_TEXTS[language];
  return (
    <section class="take-away">
      <h2>{t.takeAway}</h2>
      {otherLanguages(language).map((other) => (
        <p key={other}>
          <a href={addressIn(page, other)} hreflang={other}>
            {t.otherLanguage[other]}
          </a>
        </p>
      ))}
      <p>
        {t.asFile}{' '}
        {FILES.map(({ extension, name }, index) => (
          <Fragment key={extension}>
            {index > 0 && ', '}
            <a href={`/${language}/vacancies/${vacancy.reference}/notice.${extension}`}>{name[language]}</a>
          </Fragment>
        ))}
      </p>
      <p>{t.print}</p>
      <p class="quiet">{t.published.replace('{date}', dateIn(vacancy.publishedAt, vacancy.deadlineZone, language))}</p>
    </section>
  );
}
