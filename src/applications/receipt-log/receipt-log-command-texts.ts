import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { LogAudit, LogProblem } from './log-audit-queries.ts';

type CommandTexts = {
  unreadable: string;
  newKey: (id: string) => string;
  audited: (audit: LogAudit) => string;
  agrees: string;
  differs: string;
};

export const COMMAND_TEXTS: Localized<CommandTexts> = {
  en: {
    unreadable: 'The file given as --key or --tree-head holds no key, or no signed state of a log.',
    newKey: (id) =>
      `The log is signed by the new key ${id} from now on. The former one is retired and its private part is gone.`,
    audited: ({ leaves, heads, receipts, waiting }) =>
      `Entries: ${leaves}. States published: ${heads}. Receipts compared: ${receipts}. Entries whose receipt is no longer kept: ${leaves - receipts}. Receipts that wait to be entered: ${waiting}.`,
    agrees: 'Everything agrees: the log was only ever added to.',
    differs: 'The log does not agree with what was published.',
  },
  fr: {
    unreadable: 'Le fichier donné par --key ou --tree-head ne contient pas de clé ou pas d’état signé d’un journal.',
    newKey: (id) =>
      `Le journal est désormais signé par la nouvelle clé ${id}. La précédente est retirée et sa partie privée n’existe plus.`,
    audited: ({ leaves, heads, receipts, waiting }) =>
      `Inscriptions : ${leaves}. États publiés : ${heads}. Accusés de réception comparés : ${receipts}. Inscriptions dont l’accusé de réception n’est plus conservé : ${leaves - receipts}. Accusés de réception en attente d’inscription : ${waiting}.`,
    agrees: 'Tout concorde : le journal n’a fait que croître.',
    differs: 'Le journal ne concorde pas avec ce qui a été publié.',
  },
};

/** One thing that does not agree, in a sentence. */
export function tellProblem(problem: LogProblem, language: Language): string {
  const french = language === 'fr';
  switch (problem.kind) {
    case 'gap':
      return french ? `L’inscription ${problem.leafIndex} manque.` : `Entry ${problem.leafIndex} is missing.`;
    case 'node-differs':
      return french
        ? `Le nœud ${problem.level}/${problem.index} n’est pas celui qui se calcule à partir des inscriptions.`
        : `Node ${problem.level}/${problem.index} is not the one computed from the entries.`;
    case 'root-differs':
      return french
        ? `La racine des ${problem.treeSize} premières inscriptions n’est pas celle qui a été publiée.`
        : `The root of the first ${problem.treeSize} entries is not the one that was published.`;
    case 'signature-differs':
      return french
        ? `La signature de l’état à ${problem.treeSize} inscriptions n’est d’aucune clé du journal.`
        : `The signature of the state at ${problem.treeSize} entries is of no key of the log.`;
    case 'no-such-size':
      return french
        ? `Un état à ${problem.treeSize} inscriptions a été publié, mais elles n’y sont pas toutes.`
        : `A state at ${problem.treeSize} entries was published, but they are not all there.`;
    case 'receipt-differs':
      return french
        ? `L’accusé de réception de l’inscription ${problem.leafIndex} n’est pas celui qui a été inscrit.`
        : `The receipt of entry ${problem.leafIndex} is not the one that was entered.`;
    case 'never-entered':
      return french
        ? `L’accusé de réception de la candidature ${problem.applicationNumber} n’est ni inscrit ni en attente.`
        : `The receipt of application ${problem.applicationNumber} is neither entered nor waiting.`;
    default:
      return assertNever(problem);
  }
}
