import { entryTold } from '../../people/profile/entry-words.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { DataTable } from '../../site/data-table.tsx';
import { formatDate } from '../../site/dates.ts';
import type { PageContext } from '../../site/page-context.ts';
import { Tag, type Tone } from '../../site/parts.tsx';
import type { Chosen } from '../conditions/appointment-queries.ts';
import { verificationAddress } from './verification-address.ts';
import type { TakenItem } from './verification-queries.ts';
import { VERIFICATION_TEXTS } from './verification-texts.ts';
import { verificationActions, verificationState, type VerificationState } from './verification.ts';

const TONES: Record<VerificationState, Tone> = {
  'to-ask': 'plain',
  asked: 'info',
  confirmed: 'success',
  differs: 'error',
  'set-aside': 'success',
};

type PartProps = {
  page: PageContext;
  chosen: Chosen;
  organisation: Organisation;
  items: readonly TakenItem[];
  /** Whether its reader may write letters and record answers. */
  mayVerify: boolean;
};

/** Each study and each post of the application: what was asked, what was answered, and the letter to ask with. */
export function VerificationPart({ page: { language }, chosen, organisation, items, mayVerify }: PartProps) {
  const t = VERIFICATION_TEXTS[language];
  if (items.length === 0) return <p>{t.none}</p>;
  return (
    <DataTable
      caption={t.caption}
      columns={[
        { heading: t.item, rowHeader: true },
        { heading: t.state },
        { heading: t.told },
        ...(mayVerify ? [{ heading: t.steps }] : []),
      ]}
      rows={items.map((item) => {
        const state = verificationState(item);
        const last = item.steps.at(-1);
        const told = entryTold(item.part, item.entry, { rules: organisation, language });
        return {
          key: `${item.part} ${item.entry.id}`,
          cells: [
            told,
            <Tag tone={TONES[state]}>{t.states[state]}</Tag>,
            last
              ? [`${formatDate(last.on, language)}, ${last.takenByName}`, last.words].filter(Boolean).join(' – ')
              : '–',
            <Links language={language} told={told} chosen={chosen} item={item} />,
          ],
        };
      })}
    />
  );
}

type LinksProps = { language: PageContext['language']; told: string; chosen: Chosen; item: TakenItem };

function Links({ language, told, chosen, item }: LinksProps) {
  const t = VERIFICATION_TEXTS[language];
  const address = `/${language}${verificationAddress(chosen, item)}`;
  return (
    <ul class="links">
      <li>
        <a href={`${address}/letter.pdf`}>
          {t.letter}
          <span class="hidden"> ({told})</span>
        </a>
      </li>
      {verificationActions(item).map((action) => (
        <li key={action}>
          <a href={`${address}/${action}`}>
            {t.actions[action]}
            <span class="hidden"> ({told})</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
