/** What a command of `bin/concours` needs of the world: where its answer and its complaints go, and the environment. */
export type CommandContext = {
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
};
