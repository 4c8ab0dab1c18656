import type { Language } from '../platform/language.ts';
import type { NoticeRecord } from '../notices/notice.ts';
import { colon } from '../site/punctuation.ts';
import { PORTAL_TEXTS } from './portal-texts.ts';
import { sectionIn } from './vacancy-view.ts';

type OtherProps = { notice: NoticeRecord; language: Language };

/** Sections that the vocabulary does not know, under the headings they have. */
export function OtherSections({ notice, language }: OtherProps) {
  const section = sectionIn(notice.otherSections, language);
  if (section.kind === 'nowhere') return null;
  return (
    <>
      {section.items.map(({ heading, paragraphs }) => (
        <section key={heading} lang={section.lang === language ? undefined : section.lang}>
          <h2>{heading}</h2>
          {paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </section>
      ))}
    </>
  );
}

/** Lines of the header that the vocabulary does not know, as they were printed. */
export function OtherFields({ notice, language }: OtherProps) {
  const section = sectionIn(notice.otherFields, language);
  if (section.kind === 'nowhere') return null;
  return (
    <section>
      <h2>{PORTAL_TEXTS[language].otherFields}</h2>
      <ul lang={section.lang === language ? undefined : section.lang}>
        {section.items.map(({ label, value }) => (
          <li key={label}>
            {label}
            {colon(section.lang)}
            {value}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Addresses that stand alone in the notice; only those of the web become links. */
export function Links({ notice, language }: OtherProps) {
  const section = sectionIn(notice.links, language);
  if (section.kind === 'nowhere') return null;
  return (
    <section>
      <h2>{PORTAL_TEXTS[language].links}</h2>
      <ul>
        {[...new Set(section.items)].map((address) => (
          <li key={address}>{/^https?:\/\//i.test(address) ? <a href={address}>{address}</a> : address}</li>
        ))}
      </ul>
    </section>
  );
}
