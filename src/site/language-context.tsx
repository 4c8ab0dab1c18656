import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../platform/language.ts';

const LanguageContext = createContext<Language | undefined>(undefined);

/** Says in which language the parts inside speak. The layouts do it for a page; a mail or a test does it itself. */
export function InLanguage({ language, children }: { language: Language; children: ComponentChildren }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

/** The language of the words a part adds of its own, as “optional” or “Error”. */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('A part was rendered outside a layout: wrap it in <InLanguage>.');
  return language;
}
