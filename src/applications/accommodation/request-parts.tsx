import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { type DateParts } from '../../site/date-field.tsx';
import { Checkboxes, errorOf, FileField, SubmitButton, type FieldError } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { formatBytes } from '../../site/numbers.ts';
import type { PageContext } from '../../site/page-context.ts';
import { Why } from '../../site/parts.tsx';
import { type AccommodationRequest } from './accommodation.ts';
import type { Look } from './accommodation-queries.ts';
import { ACCOMMODATION_TEXTS } from './accommodation-texts.ts';

/** A request as it stands in the form. */
export type TypedRequest = { kinds: string[]; words: string; until: DateParts };

export type RequestPageProps = {
  page: PageContext;
  number: string;
  organisation: Organisation;
  zone: string;
  request: AccommodationRequest | undefined;
  looks: Look[];
  typed: TypedRequest;
  errors?: FieldError[];
};

/** Where a person asks for one with an application of theirs. */
export const requestAddress = (page: PageContext, number: string) =>
  `/${page.language}/my/applications/${number}/accommodation`;

type WithRequest = RequestPageProps & { request: AccommodationRequest };

export function EvidencePart({ page, number, organisation, request, errors = [] }: WithRequest) {
  const { language } = page;
  const t = ACCOMMODATION_TEXTS[language];
  const { text, source, maxBytes } = organisation.accommodation.evidence;
  const here = `${requestAddress(page, number)}/evidence`;
  return (
    <section>
      <h2>{t.evidence}</h2>
      <p>{text[language]}</p>
      <Why summary={t.why}>
        <p>{source[language]}</p>
      </Why>
      {request.evidence.length > 0 && (
        <ul>
          {request.evidence.map(({ id, fileName, sizeBytes, scan }) => (
            <li key={id}>
              {fileName}, {formatBytes(sizeBytes, language)}, {t.scan[scan]}{' '}
              <a href={`${here}/${id}`}>
                {t.download}
                <span class="hidden"> {fileName}</span>
              </a>
              <form method="post" action={`${here}/${id}/removal`}>
                <button type="submit" class="link">
                  {t.remove}
                  <span class="hidden"> {fileName}</span>
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={here} enctype="multipart/form-data" novalidate>
        <FileField
          name="file"
          label={t.file}
          hint={t.evidenceHint(formatBytes(maxBytes, language))}
          accept="application/pdf,image/jpeg,image/png"
          error={errorOf(errors, 'file')}
        />
        <div class="actions">
          <SubmitButton tone="quiet">{t.add}</SubmitButton>
        </div>
      </form>
    </section>
  );
}

export function Looks({ page: { language }, looks, zone }: RequestPageProps) {
  const t = ACCOMMODATION_TEXTS[language];
  return (
    <section>
      <h2>{t.looks}</h2>
      {looks.length === 0 ? (
        <p>{t.noLooks}</p>
      ) : (
        <ul>
          {looks.map(({ at, by, part }, index) => (
            <li key={index}>
              {t.readBy(t.look[part], by ?? t.somebody)} · <Instant at={at} zone={zone} toMinute />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function TakeBack({ page, number, errors = [] }: RequestPageProps) {
  const t = ACCOMMODATION_TEXTS[page.language];
  return (
    <section>
      <h2>{t.takeBack}</h2>
      <p>{t.takeBackNote}</p>
      <form method="post" action={`${requestAddress(page, number)}/removal`} novalidate>
        <Checkboxes
          name="confirm"
          label={t.takeBack}
          hiddenLabel
          options={[{ value: 'yes', text: t.takeBackSentence }]}
          error={errorOf(errors, 'confirm')}
        />
        <div class="actions">
          <SubmitButton tone="danger">{t.takeBack}</SubmitButton>
        </div>
      </form>
    </section>
  );
}
