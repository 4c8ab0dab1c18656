import type { Translated } from '../platform/language.ts';
import { Breakable } from '../site/breakable.tsx';
import { useLanguage } from '../site/language-context.tsx';
import { titleIn } from './application.ts';

/** Above the heading of a page on one vacancy: its reference, and its title in the page's language or else the other. */
export function VacancyLine({ reference, title }: { reference: string; title: Translated }) {
  const told = titleIn(title, useLanguage());
  return (
    <p class="eyebrow">
      <b>{reference}</b>{' '}
      <span lang={told.language}>
        <Breakable text={told.text} />
      </span>
    </p>
  );
}
