import { isOpenToStaff } from '../../applications/documents/document.ts';
import { DataTable } from '../../site/data-table.tsx';
import { Instant } from '../../site/instant.tsx';
import { formatBytes } from '../../site/numbers.ts';
import { caseAddress } from '../conditions/case-address.ts';
import type { CaseProps } from '../conditions/case-props.ts';
import { CONDITIONS_TEXTS } from '../conditions/conditions-texts.ts';
import type { TakenTrack } from '../conditions/track-queries.ts';
import { MY_APPOINTMENT_TEXTS } from './my-appointment-texts.ts';

/** What the candidate sent for a condition, for the office that sees it through; what is in quarantine cannot be opened. */
export function SentDocumentsPart({ page: { language }, chosen, documents, track }: CaseProps & { track: TakenTrack }) {
  const t = CONDITIONS_TEXTS[language];
  const { code, name, fromCandidate } = track.condition;
  const own = documents.filter(({ condition }) => condition === code);
  if (own.length === 0) return null;
  const here = `/${language}${caseAddress(chosen)}/conditions/${code}/documents`;
  return (
    <DataTable
      caption={t.sentDocuments(name[language])}
      columns={[
        { heading: t.file, rowHeader: true },
        { heading: t.sentFor },
        { heading: t.sentAt },
        { heading: t.virusCheck },
      ]}
      rows={own.map(({ id, item, fileName, sizeBytes, uploadedAt, scan }) => ({
        key: id,
        cells: [
          <>
            {isOpenToStaff(scan) ? <a href={`${here}/${id}`}>{fileName}</a> : fileName},{' '}
            {formatBytes(sizeBytes, language)}
          </>,
          fromCandidate.find((asked) => asked.code === item)?.name[language] ?? item,
          <Instant at={uploadedAt} zone={chosen.zone} toMinute />,
          MY_APPOINTMENT_TEXTS[language].scan[scan],
        ],
      }))}
    />
  );
}
