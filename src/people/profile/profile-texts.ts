import type { Language, Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import { formatNumber } from '../../site/numbers.ts';
import type { EntryProblem } from './entry-problems.ts';
import type { Part } from './profile.ts';

type FieldText = { label: string; hint?: string };
type PartText = { title: string; intro: string; entry: string; add: string; fields: Record<string, FieldText> };

export type ProfileTexts = {
  title: string;
  intro: string;
  backToProfile: string;
  noEntry: string;
  entries: { one: string; other: string };
  filled: string;
  toCheck: { one: string; other: string };
  newEntry: string;
  remove: string;
  save: string;
  saved: string;
  savedOn: string;
  undo: string;
  undone: string;
  changedTitle: string;
  changedNote: string;
  changedCaption: string;
  changedEntry: string;
  changedSaved: string;
  changedTyped: string;
  nothing: string;
  keepBelow: string;
  takeSaved: string;
  month: string;
  year: string;
  goesOn: string;
  total: string;
  totalInFull: (time: string) => string;
  totalByShare: (time: string) => string;
  totalNote: string;
  overlaps: string;
  gaps: string;
  noOverlaps: string;
  noGaps: string;
  notCounted: { one: string; other: string };
  shareUnknown: { one: string; other: string };
  years: { one: string; other: string };
  months: { one: string; other: string };
  and: string;
  fill: string;
  fillNote: string;
  export: string;
  exportNote: string;
  exportJson: string;
  exportEuropass: string;
  exportPdf: string;
  exportWord: string;
  cv: string;
  carriedProfile: string;
  lackingLetters: string;
  documents: string;
  documentsHint: string;
  yes: string;
  no: string;
  noLevel: string;
};

export const PROFILE_TEXTS: Localized<ProfileTexts> = {
  en: {
    title: 'My profile',
    intro:
      'What you keep here begins your next applications, so that you type nothing twice. Each application holds a copy: what you change here changes none of them unless you say so. Only you can see this page.',
    backToProfile: 'Back to my profile',
    noEntry: 'Nothing yet',
    entries: { one: '{n} entry', other: '{n} entries' },
    filled: 'Filled in',
    toCheck: { one: '{n} point to check', other: '{n} points to check' },
    newEntry: 'New entry',
    remove: 'Remove',
    save: 'Save',
    saved: 'Saved.',
    savedOn: 'Saved {time}',
    undo: 'Undo the last change here',
    undone: 'Undone: this part is as it was before.',
    changedTitle: 'This part was also changed elsewhere',
    changedNote:
      'In another tab or on another device, something else was saved after you opened this page. Nothing is lost: both texts are here. The fields below hold what you just typed; keep them, or take what was saved.',
    changedCaption: 'The two texts, side by side',
    changedEntry: 'Entry and field',
    changedSaved: 'Saved meanwhile',
    changedTyped: 'Just typed here',
    nothing: '(nothing)',
    keepBelow: 'Keep what stands in the fields',
    takeSaved: 'Take what was saved meanwhile',
    month: 'Month',
    year: 'Year',
    goesOn: 'now',
    total: 'What this adds up to',
    totalInFull: (time) => `${time}, each month counted once`,
    totalByShare: (time) => `${time} at full-time equivalent, overlaps counted once`,
    totalNote:
      'Counted from the months above, for you and for those who read your application. Nothing is decided from it: people judge what experience is worth for a post.',
    overlaps: 'Overlaps, counted once',
    gaps: 'Months between posts',
    noOverlaps: 'none',
    noGaps: 'none',
    notCounted: {
      one: '{n} post is not counted: it needs the month it began, and the month it ended or that it goes on.',
      other: '{n} posts are not counted: they need the month they began, and the month they ended or that they go on.',
    },
    shareUnknown: {
      one: '{n} part-time post is counted in full, because its hours or those of a full-time week are not known.',
      other: '{n} part-time posts are counted in full, because their hours or those of a full-time week are not known.',
    },
    years: { one: '{n} year', other: '{n} years' },
    months: { one: '{n} month', other: '{n} months' },
    and: 'and',
    fill: 'Fill it from a file',
    fillNote:
      'A CV in PDF or Word, a Europass CV, or JSON Resume. You see what was read, beside its source, before anything is kept.',
    export: 'Take it with you',
    exportNote: 'Each file holds the whole profile, and can be read here again.',
    exportJson: 'JSON Resume (JSON)',
    exportEuropass: 'Europass (XML)',
    exportPdf: 'CV (PDF), with the Europass data inside',
    exportWord: 'CV (Word)',
    cv: 'Curriculum vitae',
    carriedProfile: 'The profile as data, in the Europass format',
    lackingLetters: 'Each ◊ stands for a letter that this file has no font for; the data inside it hold the letter.',
    documents: 'Documents to attach again',
    documentsHint: 'CV and letters, checked as those of an application are',
    yes: 'Yes',
    no: 'No',
    noLevel: 'None',
  },
  fr: {
    title: 'Mon profil',
    intro:
      'Ce que vous conservez ici sert de point de départ à vos prochaines candidatures : vous ne saisissez rien deux fois. Chaque candidature en contient une copie : ce que vous changez ici n’en change aucune, sauf si vous le demandez. Vous seul(e) voyez cette page.',
    backToProfile: 'Retour à mon profil',
    noEntry: 'Rien pour l’instant',
    entries: { one: '{n} élément', other: '{n} éléments' },
    filled: 'Rempli',
    toCheck: { one: '{n} point à vérifier', other: '{n} points à vérifier' },
    newEntry: 'Nouvel élément',
    remove: 'Retirer',
    save: 'Enregistrer',
    saved: 'Enregistré.',
    savedOn: 'Enregistré {time}',
    undo: 'Annuler la dernière modification ici',
    undone: 'Annulé : cette partie est redevenue ce qu’elle était.',
    changedTitle: 'Cette partie a aussi été modifiée ailleurs',
    changedNote:
      'Dans un autre onglet ou sur un autre appareil, autre chose a été enregistré après l’ouverture de cette page. Rien n’est perdu : les deux textes sont ici. Les champs ci-dessous contiennent ce que vous venez de saisir ; conservez-les, ou reprenez ce qui a été enregistré.',
    changedCaption: 'Les deux textes, côte à côte',
    changedEntry: 'Élément et champ',
    changedSaved: 'Enregistré entre-temps',
    changedTyped: 'Saisi ici à l’instant',
    nothing: '(rien)',
    keepBelow: 'Conserver ce qui figure dans les champs',
    takeSaved: 'Reprendre ce qui a été enregistré',
    month: 'Mois',
    year: 'Année',
    goesOn: 'aujourd’hui',
    total: 'Ce que cela représente au total',
    totalInFull: (time) => `${time}, chaque mois compté une seule fois`,
    totalByShare: (time) => `${time} en équivalent temps plein, chevauchements comptés une seule fois`,
    totalNote:
      'Calculé d’après les mois ci-dessus, pour vous et pour les personnes qui lisent votre candidature. Rien n’en est déduit : ce sont des personnes qui apprécient ce que vaut une expérience pour un poste.',
    overlaps: 'Chevauchements, comptés une seule fois',
    gaps: 'Mois entre deux postes',
    noOverlaps: 'aucun',
    noGaps: 'aucun',
    notCounted: {
      one: '{n} poste n’est pas compté : il y manque le mois de début, ou le mois de fin s’il est terminé.',
      other: '{n} postes ne sont pas comptés : il y manque le mois de début, ou le mois de fin s’ils sont terminés.',
    },
    shareUnknown: {
      one: '{n} poste à temps partiel est compté en entier, faute de connaître ses heures ou celles d’un temps plein.',
      other:
        '{n} postes à temps partiel sont comptés en entier, faute de connaître leurs heures ou celles d’un temps plein.',
    },
    years: { one: '{n} an', other: '{n} ans' },
    months: { one: '{n} mois', other: '{n} mois' },
    and: 'et',
    fill: 'Le remplir à partir d’un fichier',
    fillNote:
      'Un CV en PDF ou Word, un CV Europass ou un fichier JSON Resume. Vous voyez ce qui a été lu, à côté de sa source, avant que quoi que ce soit ne soit conservé.',
    export: 'L’emporter',
    exportNote: 'Chaque fichier contient tout le profil et peut être relu ici.',
    exportJson: 'JSON Resume (JSON)',
    exportEuropass: 'Europass (XML)',
    exportPdf: 'CV (PDF), avec les données Europass',
    exportWord: 'CV (Word)',
    cv: 'Curriculum vitæ',
    carriedProfile: 'Le profil sous forme de données, au format Europass',
    lackingLetters:
      'Chaque ◊ remplace une lettre pour laquelle ce fichier n’a pas de police ; les données qu’il contient la conservent.',
    documents: 'Documents à joindre de nouveau',
    documentsHint: 'CV et lettres, vérifiés comme ceux d’une candidature',
    yes: 'Oui',
    no: 'Non',
    noLevel: 'Aucun',
  },
};

export const PART_TEXTS: Localized<Record<Part, PartText>> = {
  en: {
    person: {
      title: 'Name and residence',
      intro: 'As in your passport or identity card.',
      entry: 'Name and residence',
      add: '',
      fields: {
        givenNames: { label: 'Given names' },
        familyName: { label: 'Family name' },
        bornOn: { label: 'Date of birth', hint: 'For example 31 12 1990.' },
        residence: { label: 'Country of residence' },
        telephone: { label: 'Telephone', hint: 'With the country code, for example +32 2 555 01 23.' },
      },
    },
    nationalities: {
      title: 'Nationalities',
      intro: 'Every one you hold, or have held.',
      entry: 'Nationality',
      add: 'Add a nationality',
      fields: {
        country: { label: 'Country' },
        since: { label: 'Held since', hint: 'Leave it empty for a nationality from birth.' },
        until: { label: 'Held until', hint: 'Only for one that you no longer hold.' },
      },
    },
    education: {
      title: 'Education',
      intro: 'Every degree and diploma, each in its own words. What is equivalent to what, a person judges.',
      entry: 'Degree or diploma',
      add: 'Add a degree or diploma',
      fields: {
        degree: {
          label: 'Name of the degree, in its own words',
          hint: 'As it is printed, in its own language: Laurea magistrale, Staatsexamen, Licence, MSc.',
        },
        kind: {
          label: 'Kind of degree',
          hint: 'The nearest one. The name in its own words counts, and a person judges it; a wrong choice excludes nobody.',
        },
        institution: { label: 'Institution' },
        country: { label: 'Country' },
        from: { label: 'From' },
        to: { label: 'To', hint: 'The month of the degree, or in which you left.' },
        completed: { label: 'Completed' },
        details: { label: 'Subjects, thesis, result' },
      },
    },
    experience: {
      title: 'Experience',
      intro: 'Every post, one entry each; what overlaps is shown and counted once.',
      entry: 'Post',
      add: 'Add a post',
      fields: {
        title: { label: 'Title of the post' },
        employer: { label: 'Employer' },
        country: { label: 'Country' },
        from: { label: 'From' },
        to: { label: 'To', hint: 'Leave it empty for a post you still hold.' },
        current: { label: 'Current post', hint: 'I still hold it' },
        workingTime: { label: 'Working time' },
        hours: { label: 'Hours a week', hint: 'Only for part-time work.' },
        tasks: { label: 'Tasks', hint: 'What you did, in your own words.' },
        reason: { label: 'Reason for leaving' },
      },
    },
    languages: {
      title: 'Languages',
      intro: 'Your own estimate on the organisation’s scale; it is tested later.',
      entry: 'Language',
      add: 'Add a language',
      fields: {
        language: { label: 'Language' },
        level: { label: 'Level' },
        motherTongue: { label: 'Mother tongue', hint: 'It is my mother tongue, or one of them' },
        description: { label: 'Tests, certificates, other scales', hint: 'For example: CEFR C1, 2021.' },
      },
    },
    clearances: {
      title: 'Security clearances',
      intro: 'Clearances that you hold. Never write here what is itself classified.',
      entry: 'Clearance',
      add: 'Add a clearance',
      fields: {
        level: { label: 'Level' },
        issuer: { label: 'Issued by' },
        until: { label: 'Valid until' },
      },
    },
    willingness: {
      title: 'What you are willing to do',
      intro:
        'Each application asks again, with these answers filled in. A “no” is for a person to read; it decides nothing by itself.',
      entry: 'What you are willing to do',
      add: '',
      fields: {},
    },
    memberships: {
      title: 'Memberships',
      intro: 'Professional bodies and associations; optional.',
      entry: 'Membership',
      add: 'Add a membership',
      fields: {
        organisation: { label: 'Organisation' },
        role: { label: 'Role' },
        from: { label: 'From' },
        to: { label: 'To' },
      },
    },
    references: {
      title: 'References',
      intro: 'People who can be asked about your work; optional. Ask them first.',
      entry: 'Reference',
      add: 'Add a reference',
      fields: {
        name: { label: 'Name' },
        position: { label: 'Position and employer' },
        contact: { label: 'How to reach them' },
        relation: { label: 'How they know your work' },
      },
    },
  },
  fr: {
    person: {
      title: 'Nom et résidence',
      intro: 'Comme sur votre passeport ou votre carte d’identité.',
      entry: 'Nom et résidence',
      add: '',
      fields: {
        givenNames: { label: 'Prénoms' },
        familyName: { label: 'Nom de famille' },
        bornOn: { label: 'Date de naissance', hint: 'Par exemple 31 12 1990.' },
        residence: { label: 'Pays de résidence' },
        telephone: { label: 'Téléphone', hint: 'Avec l’indicatif du pays, par exemple +32 2 555 01 23.' },
      },
    },
    nationalities: {
      title: 'Nationalités',
      intro: 'Toutes celles que vous avez, ou avez eues.',
      entry: 'Nationalité',
      add: 'Ajouter une nationalité',
      fields: {
        country: { label: 'Pays' },
        since: { label: 'Depuis', hint: 'À laisser vide pour une nationalité de naissance.' },
        until: { label: 'Jusqu’à', hint: 'Seulement pour une nationalité que vous n’avez plus.' },
      },
    },
    education: {
      title: 'Formation',
      intro: 'Chaque diplôme, dans ses propres termes. C’est une personne qui juge de ce qui est équivalent.',
      entry: 'Diplôme',
      add: 'Ajouter un diplôme',
      fields: {
        degree: {
          label: 'Intitulé du diplôme, dans ses propres termes',
          hint: 'Comme il est imprimé, dans sa langue : Laurea magistrale, Staatsexamen, Licence, MSc.',
        },
        kind: {
          label: 'Nature du diplôme',
          hint: 'La plus proche. C’est l’intitulé qui compte, et une personne l’apprécie ; un mauvais choix n’exclut personne.',
        },
        institution: { label: 'Établissement' },
        country: { label: 'Pays' },
        from: { label: 'De' },
        to: { label: 'À', hint: 'Le mois du diplôme, ou celui de votre départ.' },
        completed: { label: 'Achevé' },
        details: { label: 'Matières, mémoire, résultat' },
      },
    },
    experience: {
      title: 'Expérience',
      intro: 'Chaque poste, un élément chacun ; les chevauchements sont indiqués et comptés une seule fois.',
      entry: 'Poste',
      add: 'Ajouter un poste',
      fields: {
        title: { label: 'Intitulé du poste' },
        employer: { label: 'Employeur' },
        country: { label: 'Pays' },
        from: { label: 'De' },
        to: { label: 'À', hint: 'À laisser vide pour un poste que vous occupez encore.' },
        current: { label: 'Poste actuel', hint: 'Je l’occupe encore' },
        workingTime: { label: 'Temps de travail' },
        hours: { label: 'Heures par semaine', hint: 'Seulement pour un temps partiel.' },
        tasks: { label: 'Tâches', hint: 'Ce que vous faisiez, avec vos propres mots.' },
        reason: { label: 'Motif du départ' },
      },
    },
    languages: {
      title: 'Langues',
      intro: 'Votre propre estimation, sur l’échelle de l’organisation ; elle sera vérifiée plus tard.',
      entry: 'Langue',
      add: 'Ajouter une langue',
      fields: {
        language: { label: 'Langue' },
        level: { label: 'Niveau' },
        motherTongue: { label: 'Langue maternelle', hint: 'C’est ma langue maternelle, ou l’une d’elles' },
        description: { label: 'Tests, certificats, autres échelles', hint: 'Par exemple : CECR C1, 2021.' },
      },
    },
    clearances: {
      title: 'Habilitations de sécurité',
      intro: 'Les habilitations que vous détenez. N’écrivez jamais ici ce qui est lui-même classifié.',
      entry: 'Habilitation',
      add: 'Ajouter une habilitation',
      fields: {
        level: { label: 'Niveau' },
        issuer: { label: 'Délivrée par' },
        until: { label: 'Valable jusqu’au' },
      },
    },
    willingness: {
      title: 'Ce que vous acceptez',
      intro:
        'Chaque candidature le redemande, ces réponses étant déjà remplies. Un « non » est lu par une personne ; il ne décide de rien à lui seul.',
      entry: 'Ce que vous acceptez',
      add: '',
      fields: {},
    },
    memberships: {
      title: 'Affiliations',
      intro: 'Ordres professionnels et associations ; facultatif.',
      entry: 'Affiliation',
      add: 'Ajouter une affiliation',
      fields: {
        organisation: { label: 'Organisation' },
        role: { label: 'Fonction' },
        from: { label: 'De' },
        to: { label: 'À' },
      },
    },
    references: {
      title: 'Références',
      intro:
        'Des personnes que l’on peut interroger sur votre travail ; facultatif. Demandez-leur d’abord leur accord.',
      entry: 'Référence',
      add: 'Ajouter une référence',
      fields: {
        name: { label: 'Nom' },
        position: { label: 'Fonction et employeur' },
        contact: { label: 'Comment les joindre' },
        relation: { label: 'En quoi ces personnes connaissent votre travail' },
      },
    },
  },
};

export const COMPLETIONS: { code: string; name: Localized }[] = [
  { code: 'yes', name: { en: 'Yes', fr: 'Oui' } },
  { code: 'in-progress', name: { en: 'Not yet: in progress', fr: 'Pas encore : en cours' } },
  { code: 'no', name: { en: 'No', fr: 'Non' } },
];

export const WORKING_TIMES: { code: string; name: Localized }[] = [
  { code: 'full-time', name: { en: 'Full time', fr: 'Temps plein' } },
  { code: 'part-time', name: { en: 'Part time', fr: 'Temps partiel' } },
];

/** What one field lacks, and what mends it; `label` names the field. */
export function explainProblem(problem: EntryProblem, label: string, language: Language): string {
  const fr = language === 'fr';
  const lead = `${label}${fr ? ' : ' : ': '}`;
  switch (problem.problem) {
    case 'missing':
      return `${lead}${fr ? 'à remplir.' : 'fill it in.'}`;
    case 'not-in-list':
      return `${lead}${fr ? 'choisissez dans la liste.' : 'choose one from the list.'}`;
    case 'unreadable-month':
      return `${lead}${fr ? 'un mois de 1 à 12 et une année, par exemple 3 2019.' : 'a month from 1 to 12 and a year, for example 3 2019.'}`;
    case 'unreadable-date':
      return `${lead}${fr ? 'un jour qui existe, par exemple 31 12 2027.' : 'a day that exists, for example 31 12 2027.'}`;
    case 'unreadable-hours':
      return `${lead}${fr ? 'un nombre d’heures par semaine, par exemple 20.' : 'a number of hours a week, for example 20.'}`;
    case 'ends-before':
      return `${lead}${fr ? 'la fin précède le début.' : 'it ends before it begins.'}`;
    case 'too-long': {
      const [length, limit] = [formatNumber(problem.length, language), formatNumber(problem.limit, language)];
      return fr
        ? `${lead}${length} caractères pour ${limit} au plus.`
        : `${lead}${length} characters, of ${limit} at most.`;
    }
    default:
      return assertNever(problem);
  }
}
