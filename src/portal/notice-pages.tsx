import type { ComponentChildren } from 'preact';
import { LANGUAGES, otherLanguages, type Language, type Localized } from '../platform/language.ts';
import type { Accountability, NoticeRecord, RequiredCompetency } from '../notices/notice.ts';
import { spaced } from '../site/french.ts';
import { plural } from '../site/numbers.ts';
import { Why } from '../site/parts.tsx';
import { Links, OtherFields, OtherSections } from './other-parts.tsx';
import { PORTAL_TEXTS } from './portal-texts.ts';
import { inLanguage, likelyLanguage, sectionIn, type NoticeNames } from './vacancy-view.ts';

type NoticeProps = {
  notice: NoticeRecord;
  names: NoticeNames;
  language: Language;
  /** What the contract means in days. */
  offer?: ComponentChildren;
};

/** The notice as a document: its eight sections as they are numbered, with whatever else stands in it. */
export function NoticeArticle(props: NoticeProps) {
  const { notice, language } = props;
  const t = PORTAL_TEXTS[language];
  const { otherText } = notice;
  return (
    <article class="notice">
      <Prose texts={otherText.preamble} title={t.preamble} language={language} />
      <Prose n={1} texts={notice.summary} title={t.sections.summary} language={language}>
        <Prose sub texts={notice.challenges} title={t.challenges} language={language} list />
      </Prose>
      <Qualifications {...props} />
      <Accountabilities {...props} />
      <Interrelationships {...props} />
      <Competencies {...props} />
      <Contract {...props} />
      <Prose n={7} texts={otherText.application} title={t.sections.application} language={language}>
        <Schedule {...props} />
      </Prose>
      <Prose n={8} texts={otherText.additional} title={t.sections.additional} language={language} />
      <OtherSections {...props} />
      <OtherFields {...props} />
      <Links {...props} />
    </article>
  );
}

type SectionProps = {
  n?: number | undefined;
  sub?: boolean | undefined;
  title: ComponentChildren;
  children: ComponentChildren;
};

function NoticeSection({ n, sub, title, children }: SectionProps) {
  if (sub) {
    return (
      <>
        <h3>{title}</h3>
        {children}
      </>
    );
  }
  return (
    <section>
      <h2>
        {n !== undefined && <span class="n">{n}</span>}
        {title}
      </h2>
      {children}
    </section>
  );
}

type InLanguageProps<Item> = {
  texts: Localized<readonly Item[]>;
  language: Language;
  render: (items: readonly Item[], lang: Language) => ComponentChildren;
};

/** Texts in the page's language or, saying so, in the only one they exist in, marked with it. */
function InOneLanguage<Item>({ texts, language, render }: InLanguageProps<Item>) {
  const section = sectionIn(texts, language);
  if (section.kind === 'nowhere') return null;
  if (section.kind === 'here') return <>{render(section.items, language)}</>;
  return (
    <>
      <p class="absent">{PORTAL_TEXTS[language].elsewhere[section.lang]}</p>
      <div class="other-language" lang={section.lang}>
        {render(section.items, section.lang)}
      </div>
    </>
  );
}

type ProseProps = {
  n?: number;
  sub?: boolean;
  title: string;
  texts: Localized<readonly string[]>;
  language: Language;
  list?: boolean;
  children?: ComponentChildren;
};

/** A section of paragraphs or of items; nothing where the notice has none in any language. */
function Prose({ n, sub, title, texts, language, list, children }: ProseProps) {
  if (LANGUAGES.every((each) => texts[each].length === 0)) return <>{children}</>;
  return (
    <NoticeSection n={n} sub={sub} title={title}>
      <InOneLanguage texts={texts} language={language} render={list ? itemsOf(texts) : paragraphsOf(texts)} />
      {children}
    </NoticeSection>
  );
}

/** A text that stands alike in both languages is, in one of them, not a translation: it carries its own `lang`. */
const langOf = (text: string, texts: Localized<readonly string[]>, lang: Language): Language | undefined => {
  const alike = otherLanguages(lang).some((other) => texts[other].includes(text));
  const own = alike ? likelyLanguage(text, lang) : lang;
  return own === lang ? undefined : own;
};

const paragraphsOf = (texts: Localized<readonly string[]>) => (items: readonly string[], lang: Language) =>
  items.map((text) => (
    <p key={text} lang={langOf(text, texts, lang)}>
      {spaced(text, lang)}
    </p>
  ));

const itemsOf = (texts: Localized<readonly string[]>) => (items: readonly string[], lang: Language) => (
  <ul>
    {items.map((text) => (
      <li key={text} lang={langOf(text, texts, lang)}>
        {spaced(text, lang)}
      </li>
    ))}
  </ul>
);

function Qualifications({ notice, language }: NoticeProps) {
  const t = PORTAL_TEXTS[language];
  const { essential, desirable, otherText } = notice;
  return (
    <NoticeSection n={2} title={t.sections.qualifications}>
      <InOneLanguage texts={otherText.requirements} language={language} render={paragraphsOf(otherText.requirements)} />
      <Prose sub texts={essential} title={t.essential} language={language} list />
      <Prose sub texts={desirable} title={t.desirable} language={language} list />
    </NoticeSection>
  );
}

function Accountabilities({ notice, language }: NoticeProps) {
  const { accountabilities } = notice;
  const closing = inLanguage(notice.closingDuty, language);
  if (LANGUAGES.every((each) => accountabilities[each].length === 0)) return null;
  return (
    <NoticeSection n={3} title={PORTAL_TEXTS[language].sections.accountabilities}>
      <InOneLanguage texts={accountabilities} language={language} render={duties} />
      {closing && <p lang={closing.lang === language ? undefined : closing.lang}>{closing.text}</p>}
    </NoticeSection>
  );
}

const duties = (items: readonly Accountability[], lang: Language) =>
  items.map(({ heading, text }) => (
    <div key={heading} class="duty">
      <h3>{heading}</h3>
      <p>{spaced(text, lang)}</p>
    </div>
  ));

function Interrelationships({ notice, language }: NoticeProps) {
  const t = PORTAL_TEXTS[language];
  const { interrelationships, directReports, indirectReports } = notice;
  const paragraphs = Object.fromEntries(
    LANGUAGES.map((each) => [each, interrelationships[each]?.split('\n').filter(Boolean) ?? []]),
  ) as unknown as Localized<string[]>;
  const people = (count: number | null) => (count === 0 ? t.none : plural(count ?? 0, t.reports, language));
  return (
    <NoticeSection n={4} title={t.sections.interrelationships}>
      <InOneLanguage texts={paragraphs} language={language} render={paragraphsOf(paragraphs)} />
      <p class="reports">
        {directReports.count !== null && `${t.directReports}${COLON[language]} ${people(directReports.count)}. `}
        {indirectReports.count !== null && `${t.indirectReports}${COLON[language]} ${people(indirectReports.count)}.`}
      </p>
    </NoticeSection>
  );
}

const COLON: Localized = { en: ':', fr: '\u00a0:' };

function Competencies({ notice, language }: NoticeProps) {
  const { competencies } = notice;
  if (LANGUAGES.every((each) => competencies[each].length === 0)) return null;
  return (
    <NoticeSection n={5} title={PORTAL_TEXTS[language].sections.competencies}>
      <InOneLanguage texts={competencies} language={language} render={competencyList} />
    </NoticeSection>
  );
}

const competencyList = (items: readonly RequiredCompetency[], lang: Language) => (
  <dl class="competencies">
    {items.map(({ name, indicator }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{spaced(indicator, lang)}</dd>
      </div>
    ))}
  </dl>
);

function Contract({ notice, names, language, offer }: NoticeProps) {
  const t = PORTAL_TEXTS[language];
  const headline = inLanguage(names.contract?.headline, language);
  const texts = notice.otherText.contract;
  const printed = LANGUAGES.some((each) => texts[each].length > 0);
  if (!printed && !headline) return null;
  return (
    <NoticeSection n={6} title={t.sections.contract}>
      <InOneLanguage texts={texts} language={language} render={paragraphsOf(texts)} />
      {notice.contract.twinGradeNote && <p>{t.twinGradeNote}</p>}
      {!printed && headline && <p lang={headline.lang}>{headline.text}</p>}
      {names.contract && headline && (
        <Why summary={t.clauseWhy}>
          <p lang={headline.lang}>{headline.text}</p>
          <p>{t.clauseSource.replace('{source}', names.contract.source[language])}</p>
        </Why>
      )}
      {offer}
    </NoticeSection>
  );
}

function Schedule({ notice, language }: NoticeProps) {
  if (notice.provisionalSchedule.length === 0) return null;
  return (
    <>
      <h3>{PORTAL_TEXTS[language].schedule}</h3>
      <ul>
        {notice.provisionalSchedule.map((stage, index) => {
          const told = inLanguage(stage, language);
          return (
            <li key={index} lang={told?.lang === language ? undefined : told?.lang}>
              {told?.text}
            </li>
          );
        })}
      </ul>
    </>
  );
}
