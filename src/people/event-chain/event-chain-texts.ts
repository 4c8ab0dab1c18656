import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { headText } from './event-chain.ts';
import type { HeadsAudit } from './event-head-queries.ts';
import type { RowsAudit } from './rows-audit-queries.ts';
import type { ChainAudit, ChainProblem, KnownHead } from './verify-chain.ts';

type ChainTexts = {
  audited: (audit: ChainAudit) => string;
  head: (audit: ChainAudit) => string;
  compared: (audit: HeadsAudit) => string;
  rows: (audit: RowsAudit) => string;
  rowsDiffer: string;
  agrees: string;
  agreesWithKept: string;
  differs: string;
  more: (count: number) => string;
  howToGoOn: string;
  badHead: string;
  unreadable: (file: string) => string;
};

export const CHAIN_TEXTS: Localized<ChainTexts> = {
  en: {
    audited: ({ links, erased }) => `Links of the chain: ${links}. Events erased when their time was over: ${erased}.`,
    head: ({ head }) => `Head: ${headText(head)}`,
    compared: ({ published, kept }) => `Heads compared: ${published} published here, ${kept} that you gave.`,
    rows: ({ competitions, held, unheld }) =>
      `Competitions whose rows were compared with the events: ${competitions}. Words held by a hash in an event: ${held}; not held by a hash, since they are older: ${unheld}.`,
    rowsDiffer: 'Rows of the database do not say what the events tell.',
    agrees:
      'Everything agrees: no event was altered, removed or inserted, and the rows say what the events tell. Who may change this whole database could have removed published heads too: compare with heads that somebody else kept (--heads).',
    agreesWithKept: 'Everything agrees, and the chain contains every head that you gave.',
    differs: 'The log of events is not what was written.',
    more: (count) => `… and ${count} more.`,
    howToGoOn:
      'Change nothing now. Make a copy of the database as it is, find the last backup in which the chain agrees (restore it elsewhere and run this command on it), and compare the events named here with it. Who could write to the database besides Concours is the question to ask: Concours itself never changes an event.',
    badHead: '--head takes POSITION:HASH as this command prints it.',
    unreadable: (file) => `${file} has no heads or keys that can be read: see concours events --help.`,
  },
  fr: {
    audited: ({ links, erased }) =>
      `Maillons de la chaîne : ${links}. Événements effacés au terme de leur durée de conservation : ${erased}.`,
    head: ({ head }) => `Tête : ${headText(head)}`,
    compared: ({ published, kept }) => `Têtes comparées : ${published} publiées ici, ${kept} indiquées par vos soins.`,
    rows: ({ competitions, held, unheld }) =>
      `Concours dont les lignes ont été comparées aux événements : ${competitions}. Textes tenus par un hachage dans un événement : ${held} ; sans hachage, car plus anciens : ${unheld}.`,
    rowsDiffer: 'Des lignes de la base de données ne disent pas ce que relatent les événements.',
    agrees:
      'Tout concorde : aucun événement n’a été modifié, supprimé ni inséré, et les lignes disent ce que relatent les événements. Qui peut modifier toute cette base de données aurait pu retirer aussi des têtes publiées : comparer avec celles que d’autres ont conservées (--heads).',
    agreesWithKept: 'Tout concorde, et la chaîne contient toutes les têtes indiquées.',
    differs: 'Le journal des événements n’est pas ce qui a été écrit.',
    more: (count) => `… et ${count} de plus.`,
    howToGoOn:
      'Ne rien modifier pour l’instant. Faire une copie de la base de données en l’état, retrouver la dernière sauvegarde où la chaîne concorde (la restaurer ailleurs et y lancer cette commande), et y comparer les événements nommés ici. La question à poser : qui, en dehors de Concours, pouvait écrire dans la base ? Concours ne modifie jamais un événement.',
    badHead: '--head attend POSITION:HACHAGE, tel que cette commande l’affiche.',
    unreadable: (file) => `${file} ne contient ni têtes ni clés lisibles : voir concours events --help.`,
  },
};

/** One thing that does not agree, in a sentence. */
export function tellChainProblem(problem: ChainProblem, language: Language): string {
  const say = (en: string, fr: string) => (language === 'fr' ? fr : en);
  const known = 'publishedAt' in problem ? fromWhere(problem) : KEPT;
  switch (problem.kind) {
    case 'links-missing':
      return say(
        `The links at ${places(problem)} are missing from the chain.`,
        `Les maillons ${places(problem)} manquent dans la chaîne.`,
      );
    case 'link-altered':
      return say(
        `The link at position ${problem.position} does not follow from the one before: it was altered, or stands in the wrong place.`,
        `Le maillon à la position ${problem.position} ne découle pas du précédent : il a été modifié ou déplacé.`,
      );
    case 'event-altered':
      return say(
        `Event ${problem.eventId}, at position ${problem.position}, was altered.`,
        `L’événement ${problem.eventId}, à la position ${problem.position}, a été modifié.`,
      );
    case 'events-removed':
      return say(
        `The events at ${places(problem)} were removed; no erasure names them.`,
        `Les événements ${places(problem)} ont été supprimés ; aucun effacement ne les nomme.`,
      );
    case 'erasure-untrue':
      return say(
        `An erasure names the events at ${places(problem)}, but they are there.`,
        `Un effacement nomme les événements ${places(problem)}, mais ils sont présents.`,
      );
    case 'event-without-link':
      return say(
        `Event ${problem.eventId} has no link: it was inserted past the chain.`,
        `L’événement ${problem.eventId} n’a pas de maillon : il a été inséré hors de la chaîne.`,
      );
    case 'head-missing':
      return say(
        `The chain ends before position ${problem.position}, which was its head ${known.en}: it was cut.`,
        `La chaîne s’arrête avant la position ${problem.position}, qui en était la tête ${known.fr} : elle a été coupée.`,
      );
    case 'head-differs':
      return say(
        `The link at position ${problem.position} is not the head ${known.en}: the chain was rewritten.`,
        `Le maillon à la position ${problem.position} n’est pas la tête ${known.fr} : la chaîne a été réécrite.`,
      );
    case 'head-unsigned':
      return say(
        `The head at position ${problem.position} ${known.en} bears the signature of none of the keys.`,
        `La tête à la position ${problem.position} ${known.fr} ne porte la signature d’aucune des clés.`,
      );
    default:
      return assertNever(problem);
  }
}

const KEPT = { en: 'that was kept', fr: 'conservée' };
const fromWhere = ({ publishedAt }: Pick<KnownHead, 'publishedAt'>): { en: string; fr: string } =>
  publishedAt ? { en: `published ${publishedAt.toISOString()}`, fr: `publiée le ${publishedAt.toISOString()}` } : KEPT;

const places = ({ from, to }: { from: number; to: number }): string => (from === to ? `${from}` : `${from}–${to}`);
