import { titleIn } from '../../applications/application.ts';
import { StepUpFields } from '../../people/step-up/step-up-fields.tsx';
import type { Offered } from '../../people/step-up/step-up.ts';
import { LANGUAGES, type Language } from '../../platform/language.ts';
import { ContractTimeline } from '../../regulations/contracts/contract-timeline.tsx';
import { PERSON_NAMES } from '../../regulations/contracts/contract-texts.ts';
import { Breakable } from '../../site/breakable.tsx';
import { dateIn, formatDate } from '../../site/dates.ts';
import { errorOf, SubmitButton, TextArea, type FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { EmptyState, Notice, SummaryList, Tag, type SummaryRow } from '../../site/parts.tsx';
import { MyApplicationFrame } from '../../selection/my-application-frame.tsx';
import { myOfferAddress } from './offer-address.ts';
import { readContent, type OfferContent } from './offer-content.ts';
import { OFFER_DOCUMENT_TEXTS, salaryInWords } from './offer-document-texts.ts';
import type { KeptOffer } from './offer-queries.ts';
import { OFFER_TEXTS } from './offer-texts.ts';
import { MAX_OFFER_REASON } from './offer.ts';

/** An offer that was sent to the reader, and whether it can still be answered. */
export type MyOffer = {
  offer: KeptOffer & { content: string; sha256: string };
  isStanding: boolean;
  zone: string;
  today: string;
};

export type MyOfferProps = {
  page: PageContext;
  /** Of the application. */
  number: string;
  /** The last first. */
  offers: readonly MyOffer[];
  offered: Offered;
  /** What was typed of the one that was refused. */
  words: string;
  /** Of which offer the errors are. */
  about: string | undefined;
  errors: FieldError[];
  problem?: string | undefined;
};

/** What somebody is offered for one application: what it says, its document, and their answer. */
export function MyOfferPage(props: MyOfferProps) {
  const { page, number, offers, errors, problem } = props;
  const t = OFFER_TEXTS[page.language].candidate;
  return (
    <MyApplicationFrame {...{ page, number, errors, problem }} title={t.title} back={t.back}>
      {offers.length === 0 && (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      )}
      {offers.map((one) => (
        <One key={one.offer.id} {...props} one={one} />
      ))}
    </MyApplicationFrame>
  );
}

type OneProps = MyOfferProps & { one: MyOffer };

function One(props: OneProps) {
  const { page, number, one } = props;
  const { language } = page;
  const t = OFFER_TEXTS[language];
  const { offer } = one;
  const content = readContent(offer.content);
  const title = titleIn(content.title, language);
  return (
    <section aria-labelledby={`offer-${offer.id}`}>
      <h2 id={`offer-${offer.id}`}>
        <span lang={title.language}>
          <Breakable text={title.text} />
        </span>{' '}
        <Tag>{t.states[offer.state]}</Tag>
      </h2>
      <Standing {...props} />
      <ul class="links">
        {LANGUAGES.map((each) => (
          <li key={each}>
            <a href={`/${each}${myOfferAddress(number)}/${offer.id}/offer.pdf`} hreflang={each}>
              {t.candidate.download} ({t.inLanguages[each]})
            </a>
          </li>
        ))}
      </ul>
      <Terms language={language} content={content} sha256={offer.sha256} today={one.today} />
      {canBeAnswered(one) && <Answering {...props} />}
    </section>
  );
}

const isLate = ({ offer, today }: MyOffer): boolean => offer.answerBy !== null && today > offer.answerBy;
const canBeAnswered = (one: MyOffer): boolean => one.offer.state === 'sent' && one.isStanding && !isLate(one);

function Standing({ page: { language }, one }: OneProps) {
  const t = OFFER_TEXTS[language].candidate;
  const { offer, zone } = one;
  const by = formatDate(offer.answerBy ?? '', language);
  if (offer.state === 'accepted' || offer.state === 'declined')
    return <p>{t.over[offer.state](offer.answeredAt ? dateIn(offer.answeredAt, zone, language) : '')}</p>;
  if (offer.state === 'lapsed' || offer.state === 'withdrawn') return <p>{t.over[offer.state](by)}</p>;
  if (!one.isStanding) return <Notice tone="warning" title={t.gone} />;
  if (isLate(one)) return <Notice tone="warning" title={t.late(by)} />;
  return (
    <Notice title={t.until(by)}>
      <p>{t.lede}</p>
    </Notice>
  );
}

type TermsProps = { language: Language; content: OfferContent; sha256: string; today: string };

/** What the document says, to be read on the page as well. */
function Terms({ language, content, sha256, today }: TermsProps) {
  const t = OFFER_TEXTS[language];
  const words = OFFER_DOCUMENT_TEXTS[language];
  const { choice, terms, step, clause, conditions } = content;
  const rows: SummaryRow[] = [
    { term: t.person, value: PERSON_NAMES[choice.person][language] },
    { term: t.firstDay, value: formatDate(choice.startsOn, language) },
    { term: t.grade, value: terms.grade ?? t.noGrade },
    ...(terms.grade === null ? [] : [{ term: t.step, value: String(step.step) }]),
    { term: t.pay, value: terms.salary?.kind === 'known' ? salaryInWords(terms.salary, language) : words.payNotKnown },
    ...(terms.twinGrade === null
      ? []
      : [
          {
            term: words.advancement,
            value:
              terms.advancementFrom === null
                ? words.appointedHigher
                : words.notBefore(formatDate(terms.advancementFrom, language)),
          },
        ]),
    ...(terms.probationEnds === null ? [] : [{ term: t.probation, value: formatDate(terms.probationEnds, language) }]),
    { term: t.fingerprint, value: <code class="breakable">{sha256}</code> },
  ];
  return (
    <>
      <SummaryList rows={rows} />
      <h3>{words.contract(clause.name[language])}</h3>
      <p>{clause.text[language]}</p>
      <ContractTimeline answer={terms.contract} language={language} today={today} />
      <h3>{words.conditions}</h3>
      {conditions.length === 0 ? (
        <p>{words.noConditions}</p>
      ) : (
        <>
          <p>{words.conditionsNote}</p>
          <ul>
            {conditions.map(({ code, name }) => (
              <li key={code}>{name[language]}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Answering({ page, number, one, offered, about, words, errors }: OneProps) {
  const { language } = page;
  const t = OFFER_TEXTS[language].candidate;
  const address = `/${language}${myOfferAddress(number)}/${one.offer.id}`;
  const own = about === one.offer.id ? errors : [];
  return (
    <>
      <h3>{t.accept}</h3>
      <form method="post" action={`${address}/acceptance`} novalidate>
        <input type="hidden" name="sha256" value={one.offer.sha256} />
        <p>{t.acceptNote}</p>
        <StepUpFields {...{ page, offered, errors: own }} />
        <p class="actions">
          <SubmitButton>{t.acceptButton}</SubmitButton>
        </p>
      </form>
      <h3>{t.decline}</h3>
      <form method="post" action={`${address}/declining`} novalidate>
        <p>{t.declineNote}</p>
        <TextArea
          name="words"
          label={t.words}
          value={about === one.offer.id ? words : ''}
          rows={3}
          maxCharacters={MAX_OFFER_REASON}
          error={errorOf(own, 'words')}
          optional
        />
        <p class="actions">
          <SubmitButton tone="danger">{t.declineButton}</SubmitButton>
        </p>
      </form>
    </>
  );
}
