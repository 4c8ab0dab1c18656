import { titleIn } from '../../applications/application.ts';
import { LANGUAGES } from '../../platform/language.ts';
import { formatSpan } from '../../regulations/contracts/contract-texts.ts';
import { Breakable } from '../../site/breakable.tsx';
import { formatDate, formatInstantToMinute } from '../../site/dates.ts';
import { ErrorSummary } from '../../site/error-summary.tsx';
import { StaffLayout } from '../../site/layout.tsx';
import { formatNumber } from '../../site/numbers.ts';
import { colon } from '../../site/punctuation.ts';
import { BackLink, EmptyState, Notice, SummaryList, Tag, type SummaryRow, type Tone } from '../../site/parts.tsx';
import { caseAddress } from '../conditions/case-address.ts';
import { offerAddress } from './offer-address.ts';
import { readContent } from './offer-content.ts';
import { StepForms } from './offer-forms.tsx';
import { Afterwards, Earlier, Steps } from './offer-history-part.tsx';
import type { OfferProps, WithOffer } from './offer-props.ts';
import { OfferTermsPart } from './offer-terms-part.tsx';
import { explainTerms, OFFER_TEXTS } from './offer-texts.ts';
import { whoseStep } from './offer-waiting.ts';
import { isOver, type OfferState } from './offer.ts';

const TONES: Record<OfferState, Tone> = {
  draft: 'plain',
  'in-approval': 'info',
  approved: 'info',
  sent: 'info',
  accepted: 'success',
  declined: 'warning',
  lapsed: 'warning',
  withdrawn: 'plain',
};

/** The offers of one appointment: the last as it stands, what stands against sending it, whose step it is, and those before it. */
export function OfferPage(props: OfferProps) {
  const { page, chosen, standing, may, errors, problem } = props;
  const { language } = page;
  const t = OFFER_TEXTS[language];
  const title = titleIn(chosen.title, language);
  const [offer, ...earlier] = standing.offers;
  return (
    <StaffLayout
      page={page}
      title={t.pageTitle(chosen.number, chosen.reference)}
      nav={page.actor?.links ?? []}
      inError={errors.length > 0}
    >
      {may.readCase && <BackLink href={`/${language}${caseAddress(chosen)}`}>{t.backToCase}</BackLink>}
      <ErrorSummary errors={errors} />
      {problem && <Notice tone="warning" status title={problem} />}
      <p class="eyebrow">
        <b>{chosen.reference}</b>{' '}
        <span lang={title.language}>
          <Breakable text={title.text} />
        </span>
      </p>
      <h1>
        {t.title}
        {colon(language)}
        {chosen.name} · {chosen.number}
      </h1>
      {offer ? (
        <Current {...props} offer={offer} />
      ) : (
        <EmptyState title={t.none}>
          <p>{t.noneNote}</p>
        </EmptyState>
      )}
      <DraftLink {...props} />
      <StepForms {...props} />
      {offer && ['declined', 'lapsed', 'withdrawn'].includes(offer.state) && <Afterwards {...props} />}
      {offer && <Steps {...props} offer={offer} />}
      {earlier.length > 0 && <Earlier {...props} offers={earlier} />}
    </StaffLayout>
  );
}

function DraftLink({ page: { language }, chosen, standing: { offer }, may }: OfferProps) {
  const t = OFFER_TEXTS[language];
  if (!may.prepare) return null;
  const text = !offer ? t.prepare : isOver(offer.state) ? t.prepareAnother : t.change;
  return (
    <p>
      <a href={`/${language}${offerAddress(chosen)}/draft`}>{text}</a>
    </p>
  );
}

function Current(props: WithOffer) {
  const { page, offer, standing, organisation } = props;
  const { language } = page;
  const t = OFFER_TEXTS[language];
  const sent = offer.content === null ? undefined : readContent(offer.content);
  const choice = sent?.choice ?? { ...offer.choice, on: standing.today };
  const terms = sent?.terms ?? (standing.terms?.ok ? standing.terms.value : undefined);
  const refused = standing.terms?.ok === false && !sent ? explainTerms(standing.terms.refusal).told : undefined;
  return (
    <>
      <p>
        {t.number(formatNumber(offer.number, language))} <Tag tone={TONES[offer.state]}>{t.states[offer.state]}</Tag>
      </p>
      {offer.sentAt === null && !isOver(offer.state) && standing.obstacles.length > 0 && <Obstacles {...props} />}
      <SummaryList rows={standingRows(props)} />
      <Documents {...props} />
      <h2>{sent ? t.sentAs : t.follows}</h2>
      {terms && <OfferTermsPart {...{ language, organisation, choice, terms, today: standing.today }} />}
      {refused && (
        <Notice tone="warning" title={t.notComposed}>
          <p>{refused[language]}</p>
        </Notice>
      )}
      <Conditions {...props} />
    </>
  );
}

function Obstacles({ page: { language }, standing }: WithOffer) {
  const t = OFFER_TEXTS[language];
  return (
    <Notice tone="warning" title={t.cannotBeSent}>
      <p>{t.cannotNote}</p>
      <ul>
        {standing.obstacles.map((obstacle) => (
          <li key={obstacle}>{t.obstacles[obstacle]}</li>
        ))}
      </ul>
    </Notice>
  );
}

function standingRows({ page: { language }, organisation, offer, chosen: { zone } }: WithOffer): SummaryRow[] {
  const t = OFFER_TEXTS[language];
  const rules = organisation.appointment.offer;
  const whose = whoseStep(offer, rules, language);
  const { agreement, answerBy, sentAt, seenAt, answeredAt, means, sha256 } = offer;
  const answer =
    answerBy === null
      ? rules.answer
        ? t.answerSet(formatSpan(rules.answer, language))
        : t.answerOpen
      : formatDate(answerBy, language);
  return [
    ...(whose === undefined ? [] : [{ term: t.whoseStep, value: whose }]),
    ...(offer.choice.person === 'seconded'
      ? [
          {
            term: t.agreement,
            value: agreement ? t.agreementOf(agreement.authority, formatDate(agreement.on, language)) : t.notRecorded,
          },
        ]
      : []),
    {
      term: t.answerBy,
      value: (
        <>
          {answer}
          {answerBy !== null && answerBy > offer.choice.startsOn && (
            <>
              {' '}
              <Tag tone="warning">{t.answerAfterFirstDay}</Tag>
            </>
          )}
        </>
      ),
    },
    ...(sentAt ? [{ term: t.seen, value: seenAt ? formatInstantToMinute(seenAt, zone, language) : t.notSeen }] : []),
    ...(answeredAt ? [{ term: t.answered, value: formatInstantToMinute(answeredAt, zone, language) }] : []),
    ...(means ? [{ term: t.means, value: t.meansNames[means] }] : []),
    ...(sha256 === null ? [] : [{ term: t.fingerprint, value: <code class="breakable">{sha256}</code> }]),
  ];
}

function Documents({ page: { language }, chosen, offer, standing }: WithOffer) {
  const t = OFFER_TEXTS[language];
  if (offer.content === null && (!standing.terms?.ok || isOver(offer.state))) return null;
  const name = offer.content === null ? t.draftDocument : t.document;
  return (
    <ul class="links">
      {LANGUAGES.map((one) => (
        <li key={one}>
          <a href={`/${one}${offerAddress(chosen)}/${offer.number}/offer.pdf`} hreflang={one}>
            {name} ({t.inLanguages[one]})
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Those that its reader may see; of a sent one, as they were then. */
function Conditions({ page: { language }, offer, standing, may }: WithOffer) {
  const t = OFFER_TEXTS[language];
  const open = offer.content === null ? standing.open : readContent(offer.content).conditions;
  const seen = open.filter(({ medical }) => !medical || may.seeMedical);
  return (
    <>
      <h2>{t.conditions}</h2>
      {seen.length === 0 ? (
        <p>{t.noConditions}</p>
      ) : (
        <ul>
          {seen.map(({ code, name }) => (
            <li key={code}>{name[language]}</li>
          ))}
        </ul>
      )}
      {seen.length < open.length && <p>{t.otherCondition}</p>}
      {offer.content === null && <p>{t.conditionsNote}</p>}
    </>
  );
}
