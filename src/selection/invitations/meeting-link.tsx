import type { Language } from '../../platform/language.ts';
import { INVITATION_TEXTS } from './invitation-texts.ts';

/** Where a meeting is held: followed only where it is an address of the web. */
export function MeetingLink({ href, language }: { href: string; language: Language }) {
  if (!/^https:\/\//i.test(href)) return <>{href}</>;
  return (
    <a href={href} rel="noreferrer">
      {INVITATION_TEXTS[language].follow}
    </a>
  );
}
