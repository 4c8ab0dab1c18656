import type { Context } from '../../people/context.ts';
import type { Actor } from '../../people/actor.ts';
import type { Permission } from '../../people/permissions.ts';
import type { Language, Localized } from '../../platform/language.ts';
import type { Db } from '../../schema.ts';
import type { Asked } from './asked.ts';

/** A civil day, `YYYY-MM-DD`; and so many of a whole, which a file has in two columns. */
export type Day = { day: string };
export type Part = { part: number; whole: number };
/** What a cell says; null where there is nothing to say. */
export type Cell = string | number | Day | Part | null;

/** `whole` heads the second column that a file has beside one of parts. */
export type Column = { heading: string; numeric?: boolean; whole?: string };
/** `href` is where the first cell leads, for who may go there. */
export type Row = { key: string; cells: readonly Cell[]; href?: string | undefined };

/** A bar to `value`, and a line on to `to` where there is a second figure; `text` says both, so that no colour has to. */
export type Bar = { key: string; label: string; value: number; to?: number | undefined; text: string };

/** A table of figures, with the chart drawn from it; `empty` is said in place of both where there is no row. */
export type FigureTable = {
  /** Names it in the address of its CSV file. */
  key: string;
  caption: string;
  note?: string | undefined;
  columns: readonly Column[];
  rows: readonly Row[];
  empty: string;
  chart?: { title: string; description: string; bars: readonly Bar[] } | undefined;
};

export type Figures = {
  /** How the figures are made: what is counted, how, and what is left out. */
  notes: readonly string[];
  tables: readonly FigureTable[];
};

/** What figures are made from: who reads them, when, in which language, and what was asked for. */
export type Reading = Pick<Context, 'organisation'> & {
  db: Db;
  actor: Actor;
  asked: Asked;
  now: Date;
  /** The zone of the organisation (IANA), in which days are counted. */
  zone: string;
  language: Language;
};

/** One report: a line in `REPORTS` makes its page, its files and its entry in the list. */
export type Report = {
  /** Its part of the address. */
  code: string;
  permission: Permission;
  title: Localized;
  /** What it answers, in a sentence. */
  about: Localized;
  figures: (reading: Reading) => Promise<Figures>;
};
