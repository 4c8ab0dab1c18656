import { ContractTimeline } from '../regulations/contracts/contract-timeline.tsx';
import { explainContractRefusal, PERSON_NAMES } from '../regulations/contracts/contract-texts.ts';
import { PERSONS } from '../regulations/organisation/contracts-schema.ts';
import { ReasonList } from '../regulations/rule-link.tsx';
import { explainSalary } from '../regulations/pay/salary-texts.ts';
import { explainTwinGrade } from '../regulations/contracts/twin-grade-texts.ts';
import { formatDate } from '../site/dates.ts';
import { Select, SubmitButton } from '../site/forms.tsx';
import type { PageContext } from '../site/page-context.ts';
import { Notice, Why } from '../site/parts.tsx';
import { OFFER_TEXTS } from './offer-texts.ts';
import type { OfferView } from './offer-view.ts';

type OfferProps = { page: PageContext; offer: OfferView };

/** What the contract clause of a vacancy means for somebody who starts on a day, with the rules behind it. */
export function Offer({ page, offer }: OfferProps) {
  const { language } = page;
  const t = OFFER_TEXTS[language];
  const { contract, startsOn, twinGrade, salary } = offer;
  return (
    <div class="offer" id="offer">
      <h3>{t.title.replace('{date}', formatDate(startsOn, language))}</h3>
      {contract.ok ? (
        <ContractTimeline answer={contract.value} language={language} caption={t.example} />
      ) : (
        <Refused refusal={explainContractRefusal(contract.refusal)[language]} />
      )}
      <Choices page={page} offer={offer} />
      {twinGrade && (
        <Why summary={t.twinGrade}>
          <ReasonList reasons={explainTwinGrade(twinGrade)[language]} language={language} />
        </Why>
      )}
      {salary && salary.kind === 'matches' && (
        <Why summary={t.salaryWhy}>
          <ReasonList reasons={explainSalary(salary)[language]} language={language} />
        </Why>
      )}
    </div>
  );
}

const Refused = ({ refusal: { sentence, next } }: { refusal: { sentence: string; next: string } }) => (
  <Notice>
    <p>{sentence}</p>
    <p>{next}</p>
  </Notice>
);

/** Another day, or another person: a form that only reads, so its choice stands in the address. */
function Choices({ page, offer: { starts, startsOn, person } }: OfferProps) {
  const { language } = page;
  const t = OFFER_TEXTS[language];
  return (
    <form method="get" action={`/${language}${page.path}#offer`} class="offer-choices">
      <Select
        name="start"
        label={t.start}
        options={starts.map((start) => ({ value: start.slice(0, 7), text: formatDate(start, language) }))}
        value={startsOn.slice(0, 7)}
      />
      <Select
        name="person"
        label={t.person}
        options={PERSONS.map((each) => ({ value: each, text: PERSON_NAMES[each][language] }))}
        value={person}
      />
      <SubmitButton tone="quiet">{t.show}</SubmitButton>
    </form>
  );
}
