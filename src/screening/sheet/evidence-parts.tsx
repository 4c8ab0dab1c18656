import { careerOf } from '../../people/profile/career.ts';
import { entryTold, fieldLabel, partRules, valueTold } from '../../people/profile/entry-words.ts';
import { timeTold } from '../../people/profile/career-summary.tsx';
import { latestFirst, valueIn, type Entry } from '../../people/profile/profile.ts';
import { CAREER_STEPS, type CareerStep } from '../../applications/career/career-gaps.ts';
import type { ReceiptContent } from '../../applications/submission/receipt.ts';
import { NO_LEVEL } from '../../applications/answers.ts';
import { answerTold } from '../../applications/questions/question-told.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { languageName } from '../../site/language-name.ts';
import { plural } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { SummaryList } from '../../site/parts.tsx';
import { CoveredText } from '../masking/covered-text.tsx';
import { SCREENING_TEXTS } from '../screening-texts.ts';
import { answerPlace, detailsPlace, entryPlace, type ShownTexts } from './evidence.ts';

export type EvidenceProps = {
  page: PageContext;
  organisation: Organisation;
  content: ReceiptContent;
  shown: ShownTexts;
  /** Nothing that tells when somebody studied or worked, or where. */
  anonymous: boolean;
  uncover: (key: string) => string;
};

/** A text of the applicant, where it stands; nothing where nothing was written. */
export function TextAt({ at, page, shown, uncover }: EvidenceProps & { at: string }) {
  const segments = shown.get(at);
  return segments ? <CoveredText segments={segments} language={page.language} uncover={uncover} /> : null;
}

/** Studies and posts, with the time that they add up to. */
export function CareerEvidence(props: EvidenceProps) {
  const t = SCREENING_TEXTS[props.page.language];
  const titles = { education: t.studies, experience: t.posts };
  return (
    <>
      {CAREER_STEPS.map((step) => {
        const entries = props.content[step] ?? [];
        return (
          <section key={step}>
            <h3>{titles[step]}</h3>
            {entries.length === 0 && <p>{t.nothingStated}</p>}
            {entries.length > 0 && (
              <ul>
                {latestFirst(entries).map((entry) => (
                  <li key={entry.id}>
                    <EntryEvidence {...props} step={step} entry={entry} />
                  </li>
                ))}
              </ul>
            )}
            {step === 'experience' && entries.length > 0 && <Total {...props} entries={entries} />}
          </section>
        );
      })}
    </>
  );
}

type EntryProps = EvidenceProps & { step: CareerStep; entry: Entry };

/** Told by fields that say who, when or where somebody was, beside what they did. */
const TELLING_FIELDS = ['country', 'from', 'to', 'current'];

function EntryEvidence(props: EntryProps) {
  const { page, organisation: rules, content, step, entry, anonymous } = props;
  const told = { rules, language: page.language };
  const t = SCREENING_TEXTS[page.language];
  const fields = partRules(step, rules).filter(([name]) => !anonymous || !TELLING_FIELDS.includes(name));
  const time = step === 'experience' ? timeOf([entry], props) : '';
  const colon = page.language === 'fr' ? '\u00a0: ' : ': ';
  return (
    <span class="as-typed">
      {fields.map(([name, { kind }]) => {
        const value = valueIn(entry, name);
        if (value === '') return null;
        const chosen = content.degreeKinds?.find(({ code }) => kind === 'degree-kind' && code === value);
        const place = entryPlace(step, entry.id, name);
        return (
          <span key={name}>
            {fieldLabel(step, name, told)}
            {colon}
            {props.shown.has(place) ? (
              <TextAt {...props} at={place} />
            ) : (
              (chosen?.name[page.language] ?? valueTold(kind, value, told))
            )}
            {'\n'}
          </span>
        );
      })}
      {time !== '' && `${t.duration}${colon}${time}`}
    </span>
  );
}

const timeOf = (entries: Entry[], { organisation, content, page }: EvidenceProps): string =>
  timeTold(careerOf(entries, organisation, content.receivedAt.slice(0, 10)).months.byShare, page.language);

/** What all posts add up to: overlaps once, part-time work by its share and in full, and what could not be counted. */
function Total({ page, organisation, content, entries }: EvidenceProps & { entries: Entry[] }) {
  const { language } = page;
  const t = SCREENING_TEXTS[language];
  const { months, overlaps, notCounted, shareUnknown } = careerOf(
    entries,
    organisation,
    content.receivedAt.slice(0, 10),
  );
  return (
    <>
      <p>
        {t.total}
        {language === 'fr' ? '\u00a0: ' : ': '}
        <b>{t.totalByShare(timeTold(months.byShare, language))}</b>
        {months.inFull !== months.byShare && `; ${t.totalInFull(timeTold(months.inFull, language))}`}
      </p>
      {overlaps.length > 0 && <p class="hint">{t.overlapsThere}</p>}
      {notCounted.length > 0 && <p class="hint">{plural(notCounted.length, t.notCounted, language)}</p>}
      {shareUnknown.length > 0 && <p class="hint">{plural(shareUnknown.length, t.shareUnknown, language)}</p>}
    </>
  );
}

/** The studies and posts that were named for a requirement, each in short, with how long a post lasted. */
export function NamedEntries(props: EvidenceProps & { ids: readonly string[] }) {
  const { page, organisation: rules, content, ids, anonymous } = props;
  const t = SCREENING_TEXTS[page.language];
  const named = CAREER_STEPS.flatMap((step) =>
    (content[step] ?? []).filter(({ id }) => ids.includes(id)).map((entry) => ({ step, entry })),
  );
  if (named.length === 0) return null;
  const names = { education: ['degree', 'institution'], experience: ['title', 'employer'] } as const;
  return (
    <p class="hint">
      {t.namedEntries}{' '}
      {named.map(({ step, entry }, index) => (
        <span key={entry.id}>
          {index > 0 && ' · '}
          {anonymous
            ? names[step].map((field, place) => (
                <span key={field}>
                  {place > 0 && ', '}
                  <TextAt {...props} at={entryPlace(step, entry.id, field)} />
                </span>
              ))
            : entryTold(step, entry, { rules, language: page.language })}
          {step === 'experience' && ` (${timeOf([entry], props)})`}
        </span>
      ))}
    </p>
  );
}

export function LanguageEvidence({ page: { language }, organisation, content }: EvidenceProps) {
  const t = SCREENING_TEXTS[language];
  return (
    <p>
      {organisation.languages.official
        .map((code) => {
          const level = content.languages[code];
          return `${languageName(code, language)} ${level === undefined || level === NO_LEVEL ? t.noLevel : level}`;
        })
        .join(' · ')}
    </p>
  );
}

/** What was answered to questions; a file that answers one stands among the documents. */
export function AnswerEvidence(props: EvidenceProps) {
  const { page, content } = props;
  const answered = (content.questions ?? []).filter(({ kind }) => kind !== 'document');
  if (answered.length === 0) return null;
  return (
    <SummaryList
      rows={answered.map((stored) => ({
        term: stored.question[page.language] ?? stored.code,
        value: (
          <span class="as-typed">
            {stored.kind === 'text' || (stored.kind === 'date' && props.anonymous) ? (
              <TextAt {...props} at={answerPlace(stored.code)} />
            ) : (
              answerTold(stored, page.language)
            )}
            {stored.details && '\n'}
            <TextAt {...props} at={detailsPlace(stored.code)} />
          </span>
        ),
      }))}
    />
  );
}
