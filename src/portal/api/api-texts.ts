import type { Localized } from '../../platform/language.ts';

/** What each parameter narrows or does; and, where it cannot be used, how it is written. */
export const PARAMETER_TEXTS = {
  text: {
    says: {
      en: 'Words to find, in either language, as the page of the list finds them: with their other forms, without accents, by their beginning, mistyped; or the beginning of a reference.',
      fr: 'Mots à trouver, dans l’une ou l’autre langue, comme les trouve la page de la liste : avec leurs autres formes, sans accents, par leur début, malgré une faute de frappe ; ou début d’une référence.',
    },
    mend: {
      en: 'Give up to 200 characters, once.',
      fr: 'Donnez 200 caractères au plus, une seule fois.',
    },
  },
  body: {
    says: {
      en: 'The body the post belongs to, by the organisation’s code. Of several, one is enough.',
      fr: 'Organisme dont relève le poste, par le code que lui donne l’organisation. Si plusieurs sont donnés, un seul suffit.',
    },
    mend: {
      en: 'Give one or several codes, as `body.code` shows them: body=A&body=B.',
      fr: 'Donnez un ou plusieurs codes, tels que les montre `body.code` : body=A&body=B.',
    },
  },
  place: {
    says: {
      en: 'The duty station, by the English name of the city. Of several, one is enough.',
      fr: 'Lieu d’affectation, par le nom anglais de la ville. Si plusieurs sont donnés, un seul suffit.',
    },
    mend: {
      en: 'Give one or several cities, as `place.city` shows them.',
      fr: 'Donnez une ou plusieurs villes, telles que les montre `place.city`.',
    },
  },
  grade: {
    says: {
      en: 'A grade of the post, or of one of several posts. Of several grades, one is enough.',
      fr: 'Grade du poste, ou de l’un d’eux s’il y en a plusieurs. Si plusieurs grades sont donnés, un seul suffit.',
    },
    mend: {
      en: 'Give one or several grades, as `grades.codes` shows them: grade=G15&grade=G17.',
      fr: 'Donnez un ou plusieurs grades, tels que les montre `grades.codes` : grade=G15&grade=G17.',
    },
  },
  family: {
    says: {
      en: 'A family of grades, by the organisation’s code. Beside `grade`, one of both is enough.',
      fr: 'Famille de grades, par le code que lui donne l’organisation. Avec `grade`, l’un des deux suffit.',
    },
    mend: {
      en: 'Give one or several codes, as `facets.family` shows them.',
      fr: 'Donnez un ou plusieurs codes, tels que les montre `facets.family`.',
    },
  },
  clause: {
    says: {
      en: 'The contract clause, by the organisation’s code. Of several, one is enough.',
      fr: 'Clause contractuelle, par le code que lui donne l’organisation. Si plusieurs sont données, une seule suffit.',
    },
    mend: {
      en: 'Give one or several codes, as `contract.clause` shows them.',
      fr: 'Donnez un ou plusieurs codes, tels que les montre `contract.clause`.',
    },
  },
  level: {
    says: {
      en: 'A level that is asked for in one of the official languages, on the organisation’s own scale; or the pair of both levels.',
      fr: 'Niveau demandé dans l’une des langues officielles, sur l’échelle propre à l’organisation ; ou la paire des deux niveaux.',
    },
    mend: {
      en: 'Give one or several levels, as `languages.one` and `languages.other` show them, or pairs, as `facets.level` shows them.',
      fr: 'Donnez un ou plusieurs niveaux, tels que les montrent `languages.one` et `languages.other`, ou des paires, telles que les montre `facets.level`.',
    },
  },
  closing: {
    says: {
      en: 'Deadline within so many days.',
      fr: 'Date limite dans ce nombre de jours au plus.',
    },
    mend: {
      en: 'Give 3, 7 or 14.',
      fr: 'Donnez 3, 7 ou 14.',
    },
  },
  since: {
    says: {
      en: 'Published within so many days.',
      fr: 'Publiée depuis ce nombre de jours au plus.',
    },
    mend: {
      en: 'Give 1, 7 or 30.',
      fr: 'Donnez 1, 7 ou 30.',
    },
  },
  closingBefore: {
    says: { en: 'Deadline before this instant.', fr: 'Date limite antérieure à cet instant.' },
    mend: {
      en: 'Give an instant with its offset: 2027-01-18T22:59:59Z.',
      fr: 'Donnez un instant avec son décalage : 2027-01-18T22:59:59Z.',
    },
  },
  publishedSince: {
    says: { en: 'Published at this instant or later.', fr: 'Publiée à cet instant ou après.' },
    mend: {
      en: 'Give an instant with its offset: 2027-01-18T22:59:59Z.',
      fr: 'Donnez un instant avec son décalage : 2027-01-18T22:59:59Z.',
    },
  },
  changedSince: {
    says: {
      en: 'Changed at this instant or later, the first change first. What the question finds no more, because it closed, was cancelled or was corrected, is told in `gone`.',
      fr: 'Modifiée à cet instant ou après, de la modification la plus ancienne à la plus récente. Ce que la question ne trouve plus, par clôture, annulation ou rectification, figure dans `gone`.',
    },
    mend: {
      en: 'Give an instant with its offset: 2027-01-18T22:59:59Z.',
      fr: 'Donnez un instant avec son décalage : 2027-01-18T22:59:59Z.',
    },
  },
  sort: {
    says: {
      en: 'The order: `deadline` (the soonest first; without `text`, unless another is given), `relevance` (with it), `newest`, `grade` (the highest first), `title` (the English one).',
      fr: 'Ordre : `deadline` (la date limite la plus proche en premier ; à défaut, sans `text`), `relevance` (à défaut, avec `text`), `newest`, `grade` (le plus élevé en premier), `title` (intitulé anglais).',
    },
    mend: {
      en: 'Give one of these words, and none beside `changedSince`.',
      fr: 'Donnez l’un de ces mots, et aucun avec `changedSince`.',
    },
  },
  limit: {
    says: { en: 'How many at most.', fr: 'Nombre maximal.' },
    mend: { en: 'Give a whole number from 1 to 100.', fr: 'Donnez un nombre entier de 1 à 100.' },
  },
  cursor: {
    says: {
      en: 'Where to go on: take it from `next`, never make one.',
      fr: 'Où poursuivre : reprenez-le de `next`, n’en fabriquez pas.',
    },
    mend: {
      en: 'Follow the address in `next` as it is, or leave the cursor out to begin again.',
      fr: 'Suivez telle quelle l’adresse donnée par `next`, ou omettez le curseur pour recommencer.',
    },
  },
  reference: {
    says: { en: 'The reference of the vacancy.', fr: 'Référence de la vacance de poste.' },
    mend: { en: 'Give the reference as the notice prints it.', fr: 'Donnez la référence telle que l’avis l’imprime.' },
  },
  on: {
    says: {
      en: 'The day whose rules are asked for; today (UTC) if left out.',
      fr: 'Jour dont les règles sont demandées ; aujourd’hui (UTC) à défaut.',
    },
    mend: { en: 'Give a day that exists: 2027-03-01.', fr: 'Donnez un jour qui existe : 2027-03-01.' },
  },
  size: {
    says: {
      en: 'How many receipts the log had: its state is asked for as it was then; the latest if left out.',
      fr: 'Nombre d’accusés que comptait le journal, dont l’état d’alors est demandé ; le plus récent à défaut.',
    },
    mend: { en: 'Give a whole number, 0 or more.', fr: 'Donnez un nombre entier, 0 ou plus.' },
  },
  after: {
    says: {
      en: 'States after the one with so many receipts, or heads after that position of an event; from the first one if left out.',
      fr: 'États après celui qui comptait ce nombre d’accusés, ou têtes après cette position d’événement ; depuis le début à défaut.',
    },
    mend: {
      en: 'Give a whole number, 0 or more, or what `next` holds.',
      fr: 'Donnez un nombre entier, 0 ou plus, ou la valeur de `next`.',
    },
  },
  every: {
    says: {
      en: 'Which states or heads: the last of each `day`, unless `state` asks for every one.',
      fr: 'États ou têtes voulus : le dernier de chaque jour (`day`), ou tous (`state`).',
    },
    mend: { en: 'Give `day` or `state`.', fr: 'Donnez `day` ou `state`.' },
  },
  from: {
    says: {
      en: 'The earlier state of the log, by how many receipts it had.',
      fr: 'État antérieur du journal, par le nombre d’accusés qu’il comptait.',
    },
    mend: { en: 'Give a whole number, 1 or more.', fr: 'Donnez un nombre entier, 1 ou plus.' },
  },
  to: {
    says: {
      en: 'The later state, likewise; the latest if left out.',
      fr: 'État postérieur, de même ; le plus récent à défaut.',
    },
    mend: { en: 'Give a whole number, `from` or more.', fr: 'Donnez un nombre entier, `from` ou plus.' },
  },
} as const satisfies Record<string, { says: Localized; mend: Localized }>;
export type ParameterName = keyof typeof PARAMETER_TEXTS;

/** What each part of an answer holds. */
export const FIELD_TEXTS = {
  reference: { en: 'The reference that names the vacancy.', fr: 'Référence qui désigne la vacance de poste.' },
  title: { en: 'The title, in each language it has.', fr: 'Intitulé, dans chaque langue où il existe.' },
  open: {
    en: 'Whether applications are received at the instant of the answer.',
    fr: 'Indique si les candidatures sont reçues à l’instant de la réponse.',
  },
  audience: {
    en: 'Whom it is for: `both`, or `external`, which serving staff cannot apply for. Internal vacancies are not told here.',
    fr: 'Public visé : `both`, ou `external`, auquel le personnel en fonction ne peut postuler. Les postes internes ne figurent pas ici.',
  },
  deadline: {
    en: 'The last instant to apply and the zone it is announced in; `null` where applications are received until the post is filled.',
    fr: 'Dernier instant pour postuler et fuseau dans lequel il est annoncé ; `null` si les candidatures sont reçues jusqu’à ce que le poste soit pourvu.',
  },
  instant: { en: 'An instant, in UTC.', fr: 'Instant, en UTC.' },
  zone: { en: 'A zone of the IANA database.', fr: 'Fuseau de la base IANA.' },
  changedAt: { en: 'When it was last changed.', fr: 'Instant de la dernière modification.' },
  scheme: {
    en: 'Whose scale the values are on: values of two schemes cannot be compared.',
    fr: 'Échelle des valeurs : celles de deux échelles ne se comparent pas.',
  },
  grades: {
    en: 'One grade, or the two of a twin-graded post, the lower first; where several posts are announced, `posts` groups them.',
    fr: 'Un grade, ou les deux d’un poste à grade jumelé, le plus bas en premier ; si plusieurs postes sont annoncés, `posts` les regroupe.',
  },
  salary: {
    en: 'Pay before additions, in the minor unit of its currency; `minorDigits` is how many decimals that is.',
    fr: 'Rémunération avant compléments, dans l’unité divisionnaire de sa monnaie ; `minorDigits` en donne le nombre de décimales.',
  },
  clearance: { en: 'The security clearance that is required.', fr: 'Habilitation de sécurité requise.' },
  languages: {
    en: 'The level asked for in one official language and in another; which is the stronger is the candidate’s choice.',
    fr: 'Niveau demandé dans une langue officielle et dans une autre ; laquelle est la plus forte relève du choix de la candidate ou du candidat.',
  },
  contract: {
    en: 'The contract clause: the organisation’s code, what it means in short, and where that is laid down.',
    fr: 'Clause contractuelle : code de l’organisation, sens en bref, et texte qui la fonde.',
  },
  requirements: {
    en: 'What is required, an item each, by language. Only what is essential excludes.',
    fr: 'Exigences, point par point, par langue. Seules les exigences essentielles excluent.',
  },
  nationality: {
    en: 'Who may apply, as to nationality.',
    fr: 'Personnes pouvant postuler, quant à la nationalité.',
  },
  documents: { en: 'The documents to attach.', fr: 'Documents à joindre.' },
  corrections: {
    en: 'What the public was told of changes since the publication.',
    fr: 'Rectificatifs portés à la connaissance du public depuis la publication.',
  },
  notice: { en: 'The whole notice, in every language it has.', fr: 'Avis intégral, dans chaque langue où il existe.' },
  links: {
    en: 'The pages and files of the vacancy; the files hold every language.',
    fr: 'Pages et fichiers de la vacance de poste ; les fichiers contiennent toutes les langues.',
  },
  next: {
    en: 'Where the list goes on; `null` at its end.',
    fr: 'Adresse de la suite de la liste ; `null` à la fin.',
  },
  gone: {
    en: 'What to strike out, with `changedSince`: vacancies that changed and that the question does not find, whether or not it found them before. Empty otherwise.',
    fr: 'Ce qu’il faut rayer, avec `changedSince` : les vacances de poste modifiées que la question ne trouve pas, qu’elle les ait trouvées auparavant ou non. Vide sinon.',
  },
  reason: {
    en: 'Why it is not found: it is `closed`, was `cancelled`, or is open and is something `other` than what was asked for.',
    fr: 'Raison pour laquelle elle n’est pas trouvée : elle est close (`closed`), a été annulée (`cancelled`) ou est ouverte sans répondre à la question (`other`).',
  },
  total: {
    en: 'How many the question finds in all; `null` with `changedSince`.',
    fr: 'Nombre total de résultats ; `null` avec `changedSince`.',
  },
  taken: {
    en: 'Words that stand in no vacancy, each with the word that was looked for in its place.',
    fr: 'Mots qui ne figurent dans aucune vacance de poste, chacun avec le mot cherché à sa place.',
  },
  facets: {
    en: 'By parameter, each value that occurs, with how many vacancies choosing it would give; `null` with `changedSince`.',
    fr: 'Par paramètre, chaque valeur présente, avec le nombre de vacances de poste que donnerait son choix ; `null` avec `changedSince`.',
  },
  treeSize: {
    en: 'How many receipts the log has in this state.',
    fr: 'Nombre d’accusés que compte le journal dans cet état.',
  },
  rootHash: {
    en: 'The root of the Merkle tree of the log (RFC 9162), in hexadecimal.',
    fr: 'Racine de l’arbre de Merkle du journal (RFC 9162), en hexadécimal.',
  },
  position: {
    en: 'How many events had been recorded: the last of them stands at this position of the chain.',
    fr: 'Nombre d’événements consignés : le dernier occupe cette position dans la chaîne.',
  },
  eventHash: {
    en: 'The hash of that link of the chain, in hexadecimal; it follows from every link before it.',
    fr: 'Empreinte de ce maillon de la chaîne, en hexadécimal ; elle découle de tous les maillons précédents.',
  },
  eventHead: {
    en: 'The signed head as a note (c2sp.org/signed-note): keep it, and what was recorded up to it can no longer be changed unseen.',
    fr: 'Tête signée, sous forme de note (c2sp.org/signed-note) : une fois conservée, rien de ce qui a été consigné jusque-là ne peut être modifié sans que cela se voie.',
  },
  treeHead: {
    en: 'The signed state as a note (c2sp.org/signed-note); `null` where none was signed of that size.',
    fr: 'État signé, sous forme de note (c2sp.org/signed-note) ; `null` si aucun n’a été signé pour cette taille.',
  },
  path: {
    en: 'The consistency proof (RFC 9162): hashes in hexadecimal.',
    fr: 'Preuve de cohérence (RFC 9162) : empreintes en hexadécimal.',
  },
  after: {
    en: 'What to give as `after` for the states that follow; `null` at the end.',
    fr: 'Valeur à donner à `after` pour les états suivants ; `null` à la fin.',
  },
  rules: {
    en: 'The rules it answers for, by their names.',
    fr: 'Règles auxquelles l’entrée répond, par leur nom.',
  },
} as const satisfies Record<string, Localized>;
export type FieldName = keyof typeof FIELD_TEXTS;

export const OPERATION_TEXTS = {
  index: {
    en: 'What there is at this version of the interface.',
    fr: 'Ce que propose cette version de l’interface.',
  },
  vacancies: {
    en: 'The vacancies that are open to everybody, by the search of the page of the list, a page at a time.',
    fr: 'Les vacances de poste ouvertes à tous, par la même recherche que la page de la liste, page par page.',
  },
  vacancy: {
    en: 'One vacancy with its whole notice, open or closed, if it was ever published to everybody.',
    fr: 'Une vacance de poste avec son avis intégral, ouverte ou close, si elle a été publiée pour tous.',
  },
  regulations: {
    en: 'The index of the organisation’s regulations in force on a day, each rule with its source and its place.',
    fr: 'Le répertoire des textes de l’organisation en vigueur un jour donné, chaque règle avec sa source et son emplacement.',
  },
  receiptLogKeys: {
    en: 'The public keys that sign the states of the log of receipts, with when each was made and retired.',
    fr: 'Clés publiques qui signent les états du journal des accusés de réception, avec la date de création et de retrait de chacune.',
  },
  receiptLogTreeHead: {
    en: 'A signed state of the log of receipts: the latest, or that of a size.',
    fr: 'État signé du journal des accusés de réception : le plus récent, ou celui d’une taille donnée.',
  },
  receiptLogCheckpoint: {
    en: 'The latest signed state as a text, as witnesses of other logs read it (c2sp.org/tlog-checkpoint).',
    fr: 'Dernier état signé, en texte, tel que le lisent les témoins d’autres journaux (c2sp.org/tlog-checkpoint).',
  },
  receiptLogTreeHeads: {
    en: 'The signed states in order, each with the proof that it grew from the one before.',
    fr: 'États signés, dans l’ordre, chacun avec la preuve qu’il prolonge le précédent.',
  },
  receiptLogConsistency: {
    en: 'The proof that one state of the log grew from an earlier one: nothing in between was taken out or changed.',
    fr: 'Preuve qu’un état du journal prolonge un état antérieur : rien n’a été retiré ni modifié entre-temps.',
  },
  eventLogHead: {
    en: 'The latest signed head of the chain of events, as a text: where the chain ended, and nothing of what the events are.',
    fr: 'Dernière tête signée de la chaîne des événements, en texte : où la chaîne se terminait, et rien de ce que sont les événements.',
  },
  eventLogHeads: {
    en: 'The signed heads of the chain of events, in order.',
    fr: 'Têtes signées de la chaîne des événements, dans l’ordre.',
  },
  openapi: { en: 'This description.', fr: 'La présente description.' },
} as const satisfies Record<string, Localized>;
export type OperationName = keyof typeof OPERATION_TEXTS;

export type ProblemKind = 'invalid-parameter' | 'not-found' | 'read-only' | 'not-understood' | 'fault';

export const PROBLEM_TEXTS: Record<ProblemKind, Localized<{ title: string; detail: string }>> = {
  'invalid-parameter': {
    en: { title: 'A parameter cannot be used', detail: 'Each is named below, with how to write it.' },
    fr: { title: 'Un paramètre est inutilisable', detail: 'Chacun est nommé ci-après, avec la manière de l’écrire.' },
  },
  'not-found': {
    en: {
      title: 'There is nothing at this address',
      detail: 'What was never published to everybody is not told here. Begin with the list at /api/v1/vacancies.',
    },
    fr: {
      title: 'Il n’y a rien à cette adresse',
      detail: 'Ce qui n’a jamais été publié pour tous ne figure pas ici. Partez de la liste /api/v1/vacancies.',
    },
  },
  'read-only': {
    en: {
      title: 'Nothing can be changed here',
      detail: 'Ask with GET. Applications are made on the pages of the portal.',
    },
    fr: {
      title: 'Rien ne peut être modifié ici',
      detail: 'Utilisez GET. Les candidatures se font sur les pages du portail.',
    },
  },
  'not-understood': {
    en: { title: 'The request was not understood', detail: 'Its address or its headers are not well formed.' },
    fr: { title: 'La requête n’a pas été comprise', detail: 'Son adresse ou ses en-têtes sont mal formés.' },
  },
  fault: {
    en: { title: 'Something went wrong on our side', detail: 'It has been recorded. Try again in a moment.' },
    fr: { title: 'Une erreur est survenue de notre côté', detail: 'Elle a été consignée. Réessayez dans un instant.' },
  },
};

export const API_TEXTS = {
  en: {
    title: 'Public interface of {organisation}',
    description:
      'Everything the portal tells everybody of its vacancies, for machines to read. No key is needed. Times are instants in UTC beside the zone they are announced in, amounts are whole numbers of the minor unit beside their ISO 4217 currency, codes stand beside the scheme they belong to. Within version 1 things are only added: leave aside what you do not know.',
    noSuchParameter: 'There is no such parameter. These are known: {names}.',
    noParameters: 'This address takes no parameters.',
    ok: 'The answer.',
    unchanged: 'What you have is still right.',
  },
  fr: {
    title: 'Interface publique : {organisation}',
    description:
      'Tout ce que le portail dit à chacun de ses vacances de poste, sous une forme lisible par les machines. Aucune clé n’est nécessaire. Les dates sont des instants en UTC, accompagnés du fuseau dans lequel ils sont annoncés ; les montants, des nombres entiers de l’unité divisionnaire, accompagnés de leur monnaie ISO 4217 ; les codes sont accompagnés de leur échelle. La version 1 ne fait que s’enrichir : laissez de côté ce que vous ne connaissez pas.',
    noSuchParameter: 'Ce paramètre n’existe pas. Paramètres connus : {names}.',
    noParameters: 'Cette adresse n’accepte aucun paramètre.',
    ok: 'La réponse.',
    unchanged: 'Ce que vous avez est toujours exact.',
  },
} satisfies Localized<Record<string, string>>;
