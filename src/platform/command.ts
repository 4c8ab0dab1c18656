import { isLanguage, type Language } from './language.ts';

/** What a command of `bin/concours` needs of the world: where its answer and its complaints go, and the environment. */
export type CommandContext = {
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** The language of whoever sits at the terminal, as its settings say; English where they name none of ours. */
export function terminalLanguage(environment: CommandContext['environment']): Language {
  const language = (environment['LC_ALL'] || environment['LANG'] || '').slice(0, 2);
  return isLanguage(language) ? language : 'en';
}
