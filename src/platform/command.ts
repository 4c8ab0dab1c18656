import { isLanguage, type Language } from './language.ts';

/** What a command of `bin/concours` needs of the world: where its answer and its complaints go, and the environment. */
export type CommandContext = {
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
  /** Where an answer goes that is no text; standard output where it is not given. */
  readonly write?: (bytes: Uint8Array) => void | Promise<void>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Shows how far long work has come, where somebody watches; it leaves no trace in the output. */
  readonly progress?: (done: number, total: number, name: string) => void;
};

/** Cells of the bar. */
const WIDTH = 30;

/** `[######……] 12/60 name`, cut to a terminal’s columns. */
export function progressBar(
  { done, total, name }: { done: number; total: number; name: string },
  columns = 80,
): string {
  const filled = total === 0 ? WIDTH : Math.round((done / total) * WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}/${total} ${name}`.slice(0, columns - 1);
}

/** The language of whoever sits at the terminal, as its settings say; English where they name none of ours. */
export function terminalLanguage(environment: CommandContext['environment']): Language {
  const language = (environment['LC_ALL'] || environment['LANG'] || '').slice(0, 2);
  return isLanguage(language) ? language : 'en';
}
