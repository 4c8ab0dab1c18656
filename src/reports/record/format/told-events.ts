/** An event as a record tells it, with its place in the chain. */
export type ToldEvent = {
  id: string;
  position: number;
  /** In milliseconds since 1970. */
  at: number;
  /** A person, the system or the command line. */
  actorKind: string;
  /** The account that did it; null for the system and the command line. */
  actor: string | null;
  subject: string;
  subjectId: string;
  action: string;
  details: Readonly<Record<string, unknown>>;
};
