import { errorOf, FileField, SubmitButton } from '../../site/forms.tsx';
import { Instant } from '../../site/instant.tsx';
import { formatBytes, formatNumber } from '../../site/numbers.ts';
import { Why } from '../../site/parts.tsx';
import { mayTakeBack, type AskedItem, type ConditionDocument } from './condition-document.ts';
import { fileFieldOf, itemAddress, myAppointmentAddress } from './my-appointment-address.ts';
import type { MyTrackProps } from './my-appointment-props.ts';
import { MY_APPOINTMENT_TEXTS } from './my-appointment-texts.ts';

/** What is needed from the candidate for a condition, an upload for each, with what they have sent. */
export function SendingPart(props: MyTrackProps) {
  const { page, one, track } = props;
  const { language } = page;
  const t = MY_APPOINTMENT_TEXTS[language];
  const { condition } = track;
  const own = one.documents.filter((document) => document.condition === condition.code);
  const isOpen = mayTakeBack({ chosen: one.chosen, track });
  const items = condition.fromCandidate;
  // What was asked for once and is not any more is still theirs to see.
  const others = own.filter(({ item }) => !items.some(({ code }) => code === item));
  const asked = isOpen && items.length > 0;
  if (!asked && own.length === 0) return <p>{t.nothing}</p>;
  return (
    <>
      <h4>{t.fromYou}</h4>
      {!isOpen && <p>{t.nothing}</p>}
      {items.map((item) => (
        <Item key={item.code} {...props} item={item} />
      ))}
      <SentFiles {...props} documents={others} />
    </>
  );
}

type ItemProps = MyTrackProps & { item: AskedItem };

function Item(props: ItemProps) {
  const { page, one, track, item } = props;
  const { language } = page;
  const documents = one.documents.filter(
    (document) => document.condition === track.condition.code && document.item === item.code,
  );
  const isOpen = mayTakeBack({ chosen: one.chosen, track });
  if (!isOpen && documents.length === 0) return null;
  return (
    <>
      {isOpen && <Upload {...props} sent={documents.length} />}
      {documents.length > 0 && <p>{MY_APPOINTMENT_TEXTS[language].sentFor(item.name[language])}</p>}
      <SentFiles {...props} documents={documents} />
    </>
  );
}

function Upload({ page, number, organisation, one, track, item, errors, sent }: ItemProps & { sent: number }) {
  const { language } = page;
  const t = MY_APPOINTMENT_TEXTS[language];
  const { maxFiles } = organisation.appointment.conditionDocuments;
  const { reference } = one.chosen;
  const place = { condition: track.condition.code, item: item.code };
  const field = fileFieldOf(reference, place);
  const files = formatNumber(maxFiles, language);
  if (sent >= maxFiles) return <p>{t.full(files)}</p>;
  return (
    <form
      method="post"
      action={`/${language}${itemAddress(number, reference, place)}`}
      enctype="multipart/form-data"
      novalidate
    >
      <FileField
        name={field}
        label={item.name[language]}
        hint={t.hint(formatBytes(organisation.documents.maxBytes, language), files)}
        accept="application/pdf,image/jpeg,image/png"
        error={errorOf(errors, field)}
      />
      <Why about={item.name[language]}>
        <p>{item.source[language]}</p>
      </Why>
      <div class="actions">
        <SubmitButton tone="quiet">
          {t.send}
          <span class="hidden"> ({item.name[language]})</span>
        </SubmitButton>
      </div>
    </form>
  );
}

type SentProps = MyTrackProps & { documents: readonly ConditionDocument[] };

function SentFiles({ page: { language }, number, one, track, documents }: SentProps) {
  const t = MY_APPOINTMENT_TEXTS[language];
  const isOpen = mayTakeBack({ chosen: one.chosen, track });
  if (documents.length === 0) return null;
  const here = `/${language}${myAppointmentAddress(number)}/documents`;
  return (
    <ul>
      {documents.map(({ id, fileName, sizeBytes, uploadedAt, scan }) => (
        <li key={id}>
          <span class="as-typed">{fileName}</span>, {formatBytes(sizeBytes, language)}, {t.sentOn}{' '}
          <Instant at={uploadedAt} zone={one.chosen.zone} toMinute />, {t.scan[scan]}{' '}
          <a href={`${here}/${id}`}>
            {t.download}
            <span class="hidden"> {fileName}</span>
          </a>
          {isOpen && (
            <form method="post" action={`${here}/${id}/removal`}>
              <button type="submit" class="link">
                {t.takeBack}
                <span class="hidden"> {fileName}</span>
              </button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
