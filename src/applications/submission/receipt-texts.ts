import type { Language, Localized } from '../../platform/language.ts';
import { dateIn, formatZone, timeIn } from '../../site/dates.ts';
import { plural } from '../../site/numbers.ts';

export type ReceiptTexts = {
  reviewTitle: string;
  reviewIntro: string;
  missingDocuments: string;
  change: string;
  submit: string;
  submitNote: string;
  incompleteNote: string;
  name: string;
  telephone: string;
  residence: string;
  nationalities: string;
  languages: string;
  noLevel: string;
  essential: string;
  desirable: string;
  documents: string;
  noDocuments: string;
  declarations: string;
  noAnswer: string;
  pages: { one: string; other: string };
  answered: (answered: number, asked: number) => string;
  receivedInTime: string;
  withdrawn: string;
  title: string;
  receivedOn: string;
  next: string;
  nextWithdrawn: string;
  storedIntro: string;
  readBack: string;
  deadline: string;
  proof: string;
  howToVerify: string;
  verifySteps: (file: string) => { text: string; command?: string }[];
  download: string;
  downloadPdf: string;
  print: string;
  withdraw: string;
  withdrawDone: string;
  backToApplication: string;
};

export const RECEIPT_TEXTS: Localized<ReceiptTexts> = {
  en: {
    reviewTitle: 'Review and submit',
    reviewIntro: 'This is exactly what will be stored. Nothing has been sent yet.',
    missingDocuments: 'A document that the notice asks for is missing',
    change: 'Change',
    submit: 'Submit this application',
    submitNote: 'Once submitted it can no longer be changed, only withdrawn. You get a receipt here and by e-mail.',
    incompleteNote: 'It can be submitted once these points are complete:',
    name: 'Name',
    telephone: 'Telephone',
    residence: 'Country of residence',
    nationalities: 'Nationalities',
    languages: 'Languages',
    noLevel: 'none',
    essential: 'Essential requirements',
    desirable: 'Desirable requirements',
    documents: 'Documents',
    noDocuments: 'none attached',
    declarations: 'Declarations',
    noAnswer: '(no answer)',
    pages: { one: '{n} page', other: '{n} pages' },
    answered: (answered, asked) => `${answered} of ${asked} answered`,
    receivedInTime: 'Received in time',
    withdrawn: 'Withdrawn',
    title: 'We have your application for',
    receivedOn: 'Received on',
    next: 'Screening against the essential requirements, by people. You need do nothing; we write to you here and by e-mail when it moves.',
    nextWithdrawn: 'You withdrew this application; it is no longer considered. The receipt stays as it was given.',
    storedIntro: 'Word for word, as it was received.',
    readBack: 'Read everything back',
    deadline: 'Deadline',
    proof: 'This number is the fingerprint of everything we stored: change one letter, and it is another number.',
    howToVerify: 'How to check this receipt yourself',
    verifySteps: (file) => [
      { text: 'Download what we stored. It is one line of canonical JSON (RFC 8785), and you can read it.' },
      { text: 'Compute its SHA-256. On Linux:', command: `sha256sum ${file}` },
      { text: 'On macOS:', command: `shasum -a 256 ${file}` },
      { text: 'On Windows (PowerShell):', command: `Get-FileHash ${file}` },
      { text: 'The number you get is the one above. The fingerprint of each document is in the file too.' },
    ],
    download: 'Download what we stored (JSON)',
    downloadPdf: 'To keep it as a document, print this page or save it as PDF.',
    print: 'Print',
    withdraw: 'Withdraw this application',
    withdrawDone: 'Your application is withdrawn.',
    backToApplication: 'Back to the application',
  },
  fr: {
    reviewTitle: 'Relire et soumettre',
    reviewIntro: 'Voici exactement ce qui sera enregistré. Rien n’a encore été envoyé.',
    missingDocuments: 'Un document demandé dans l’avis manque',
    change: 'Modifier',
    submit: 'Soumettre cette candidature',
    submitNote:
      'Une fois soumise, elle ne peut plus être modifiée, seulement retirée. Vous recevez un accusé de réception ici et par courriel.',
    incompleteNote: 'Elle pourra être soumise quand ces points seront complets :',
    name: 'Nom',
    telephone: 'Téléphone',
    residence: 'Pays de résidence',
    nationalities: 'Nationalités',
    languages: 'Langues',
    noLevel: 'aucun',
    essential: 'Acquis essentiels',
    desirable: 'Acquis souhaitables',
    documents: 'Documents',
    noDocuments: 'aucun document joint',
    declarations: 'Déclarations',
    noAnswer: '(pas de réponse)',
    pages: { one: '{n} page', other: '{n} pages' },
    answered: (answered, asked) => `${answered} sur ${asked} avec réponse`,
    receivedInTime: 'Reçue dans les délais',
    withdrawn: 'Retirée',
    title: 'Nous avons reçu votre candidature au poste',
    receivedOn: 'Reçue',
    next: 'L’examen au regard des acquis essentiels, par des personnes. Vous n’avez rien à faire ; nous vous écrivons ici et par courriel dès qu’il y a du nouveau.',
    nextWithdrawn:
      'Vous avez retiré cette candidature ; elle n’est plus prise en considération. L’accusé de réception reste tel qu’il a été donné.',
    storedIntro: 'Mot pour mot, tel que reçu.',
    readBack: 'Tout relire',
    deadline: 'Date limite',
    proof:
      'Ce nombre est l’empreinte de tout ce que nous avons enregistré : changez une lettre, et c’est un autre nombre.',
    howToVerify: 'Vérifier vous-même cet accusé de réception',
    verifySteps: (file) => [
      { text: 'Téléchargez ce que nous avons enregistré. C’est une ligne de JSON canonique (RFC 8785), lisible.' },
      { text: 'Calculez-en le SHA-256. Sous Linux :', command: `sha256sum ${file}` },
      { text: 'Sous macOS :', command: `shasum -a 256 ${file}` },
      { text: 'Sous Windows (PowerShell) :', command: `Get-FileHash ${file}` },
      {
        text: 'Le nombre obtenu est celui qui figure ci-dessus. L’empreinte de chaque document est aussi dans le fichier.',
      },
    ],
    download: 'Télécharger ce que nous avons enregistré (JSON)',
    downloadPdf: 'Pour le conserver comme document, imprimez cette page ou enregistrez-la en PDF.',
    print: 'Imprimer',
    withdraw: 'Retirer cette candidature',
    withdrawDone: 'Votre candidature est retirée.',
    backToApplication: 'Retour à la candidature',
  },
};

const NO_BREAK = '\u00a0';

/** An instant to the millisecond where it is announced: `17 January 2027 at 22:41:08.214, Brussels time`. */
export function formatReception(instant: Date, zone: string, language: Language): string {
  const date = dateIn(instant, zone, language);
  const time = timeIn(instant, zone);
  const milliseconds = String(instant.getUTCMilliseconds()).padStart(3, '0');
  if (language === 'en') return `${date} at ${time}.${milliseconds}, ${formatZone(zone, language)}`;
  const [hours = '', minutes = '', seconds = ''] = time.split(':');
  const clock = [Number(hours), 'h', minutes, 'min', `${seconds},${milliseconds}`, 's'].join(NO_BREAK);
  return `le ${date} à ${clock}, ${formatZone(zone, language)}`;
}

const BEFORE = {
  days: {
    en: { one: '{n} day before the deadline', other: '{n} days before the deadline' },
    fr: { one: '{n} jour avant la date limite', other: '{n} jours avant la date limite' },
  },
  hours: {
    en: { one: '{n} hour before the deadline', other: '{n} hours before the deadline' },
    fr: { one: '{n} heure avant la date limite', other: '{n} heures avant la date limite' },
  },
  minutes: {
    en: { one: '{n} minute before the deadline', other: '{n} minutes before the deadline' },
    fr: { one: '{n} minute avant la date limite', other: '{n} minutes avant la date limite' },
  },
  seconds: {
    en: { one: '{n} second before the deadline', other: '{n} seconds before the deadline' },
    fr: { one: '{n} seconde avant la date limite', other: '{n} secondes avant la date limite' },
  },
};
const SECOND_MS = 1000;
const UNITS_MS = { days: 86_400_000, hours: 3_600_000, minutes: 60_000 } as const;

/** How long before the deadline, rounded down: in days from two on, then hours, minutes, seconds. */
export function beforeDeadline(receivedAt: Date, deadlineAt: Date, language: Language): string {
  const left = deadlineAt.getTime() - receivedAt.getTime();
  if (left >= 2 * UNITS_MS.days) return plural(Math.floor(left / UNITS_MS.days), BEFORE.days[language], language);
  if (left >= 2 * UNITS_MS.hours) return plural(Math.floor(left / UNITS_MS.hours), BEFORE.hours[language], language);
  if (left >= 2 * UNITS_MS.minutes)
    return plural(Math.floor(left / UNITS_MS.minutes), BEFORE.minutes[language], language);
  return plural(Math.floor(left / SECOND_MS), BEFORE.seconds[language], language);
}
