/** The languages of the interface, ISO 639-1. A text that lacks one of them does not compile. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text that exists in every language of the interface. */
export type Localized<Text = string> = Record<Language, Text>;

/** A text that may lack a language: what people wrote, as opposed to what we wrote. */
export type Translated<Text = string> = Partial<Record<Language, Text>>;

export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

/** The languages of the interface other than the one given, in order. */
export const otherLanguages = (language: Language): Language[] => LANGUAGES.filter((other) => other !== language);
