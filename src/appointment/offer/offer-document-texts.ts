import type { Language, Localized } from '../../platform/language.ts';
import type { Person } from '../../regulations/organisation/contracts-schema.ts';
import type { SalaryAnswer } from '../../regulations/pay/salary.ts';
import { PERIODS, scaleFrom } from '../../regulations/pay/salary-texts.ts';
import { formatMoney } from '../../site/numbers.ts';

const EN = {
  title: (post: string) => `Offer of appointment: ${post}`,
  intro:
    'You were selected for this post. This is what we offer you. It becomes an appointment once you accept it and every condition is met.',
  copies: {
    draft: 'Draft. Nothing of this was sent, and nobody can accept it.',
    file: 'Copy for the file. The person was sent a document of their own, which names the conditions that were open.',
  },
  post: 'The post',
  postTitle: 'Title',
  vacancy: 'Vacancy',
  application: 'Application / offer',
  person: 'Offered to you as',
  persons: {
    'non-seconded': 'somebody from outside, not seconded',
    seconded: 'seconded by your national administration',
    'serving-staff': 'serving staff',
  } satisfies Record<Person, string>,
  firstDay: 'First day',
  grade: 'Grade',
  noGrade: 'none of the scale',
  twinGrade: 'Grades of the post',
  advancement: 'Advancement to the higher grade',
  appointedHigher: 'You are appointed at the higher grade.',
  notBefore: (day: string) => `not automatic, and normally not before ${day}`,
  pay: 'Pay',
  step: 'Step',
  salary: 'Basic salary',
  onDay: 'As the scale stands for',
  payNotKnown:
    'The amount of your salary is not known to this system for your first day: the office that sent you this offer tells you.',
  contract: (clause: string) => `Contract: ${clause}`,
  probation: (span: string, day: string) => `The first ${span} are a period of probation, until ${day}.`,
  conditions: 'Conditions still open',
  conditionsNote: 'Nobody is appointed before each of these is met:',
  noConditions: 'None: every condition of the notice is met or waived.',
  conditionsOfNotice: 'The conditions of the notice have to be met before the appointment.',
  answer: 'Your answer',
  agreement: (authority: string, day: string) => `${authority} agreed to the secondment on ${day}.`,
  answerBy: (day: string) =>
    `You can answer until the end of ${day}, where the post is. After that day this offer lapses.`,
  answerHow:
    'Sign in, and accept or decline it on the page of your application. What you accept is this document, by the fingerprint below.',
  answerLater: 'The day for an answer is set as the offer is sent.',
  fingerprint: 'Fingerprint (SHA-256)',
  lacking: 'A lozenge (◊) stands for a letter that could not be printed.',
};

const FR: typeof EN = {
  title: (post) => `Offre d’engagement : ${post}`,
  intro:
    'Votre candidature a été retenue pour ce poste. Voici ce que nous vous proposons. Cette offre devient une nomination une fois que vous l’avez acceptée et que toutes les conditions sont remplies.',
  copies: {
    draft: 'Projet. Rien de ceci n’a été envoyé, et personne ne peut l’accepter.',
    file: 'Copie pour le dossier. La personne a reçu son propre document, qui nomme les conditions encore ouvertes.',
  },
  post: 'Le poste',
  postTitle: 'Intitulé',
  vacancy: 'Vacance',
  application: 'Candidature / offre',
  person: 'À quel titre',
  persons: {
    'non-seconded': 'recrutement externe, sans détachement',
    seconded: 'en détachement de votre administration nationale',
    'serving-staff': 'personnel en fonction',
  },
  firstDay: 'Premier jour',
  grade: 'Grade',
  noGrade: 'aucun du barème',
  twinGrade: 'Grades du poste',
  advancement: 'Passage au grade supérieur',
  appointedHigher: 'La nomination se fait au grade supérieur.',
  notBefore: (day) => `n’est pas automatique, et normalement pas avant le ${day}`,
  pay: 'Rémunération',
  step: 'Échelon',
  salary: 'Traitement de base',
  onDay: 'Selon le barème au',
  payNotKnown:
    'Le montant de votre traitement à votre premier jour n’est pas connu de ce système : le service qui vous adresse cette offre vous l’indiquera.',
  contract: (clause) => `Contrat : ${clause}`,
  probation: (span, day) => `Le stage dure ${span} à compter du premier jour, jusqu’au ${day}.`,
  conditions: 'Conditions encore ouvertes',
  conditionsNote: 'Personne n’est nommé avant que soit remplie chacune de ces conditions :',
  noConditions: 'Aucune : toutes les conditions de l’avis sont remplies ou levées.',
  conditionsOfNotice: 'Les conditions de l’avis doivent être remplies avant la nomination.',
  answer: 'Votre réponse',
  agreement: (authority, day) => `${authority} a donné son accord au détachement le ${day}.`,
  answerBy: (day) =>
    `Vous pouvez répondre jusqu’à la fin du ${day}, à l’heure du lieu d’affectation. Passé ce jour, cette offre devient caduque.`,
  answerHow:
    'Connectez-vous pour l’accepter ou la décliner sur la page de votre candidature. Ce que vous acceptez est ce document, selon l’empreinte ci-dessous.',
  answerLater: 'Le dernier jour pour répondre est fixé à l’envoi de l’offre.',
  fingerprint: 'Empreinte (SHA-256)',
  lacking: 'Un losange (◊) remplace une lettre qui n’a pas pu être imprimée.',
};

export const OFFER_DOCUMENT_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** An amount with its scale: `EUR 4,565.36 a month (scale in force from 1 January 2025)`. */
export const salaryInWords = (
  { row, amountMinor, currency, period }: Extract<SalaryAnswer, { kind: 'known' }>,
  language: Language,
): string =>
  `${formatMoney(amountMinor, currency, language)} ${PERIODS[period][language]} (${scaleFrom(row.from, language, row.until)})`;
