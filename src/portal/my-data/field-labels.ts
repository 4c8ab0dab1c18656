import type { Language } from '../../platform/language.ts';

/** What the fields of the file for machines are called on paper; any other is named by its own words. */
const FRENCH: Record<string, string> = {
  email: 'Adresse électronique',
  name: 'Nom',
  language: 'Langue',
  verifiedAt: 'Adresse confirmée le',
  createdAt: 'Créé le',
  idleWarnedAt: 'Prévenu(e) de la suppression le',
  givenBy: 'Confié par',
  updatedAt: 'Modifié le',
  role: 'Rôle',
  grantedAt: 'Confié le',
  device: 'Navigateur',
  lastSeenAt: 'Vu pour la dernière fois le',
  expiresAt: 'Prend fin le',
  revokedAt: 'Fermé le',
  method: 'Moyen',
  twoFactors: 'Second facteur montré',
  at: 'Date',
  succeeded: 'Réussi',
  number: 'Numéro',
  vacancyReference: 'Poste',
  status: 'État',
  entrance: 'Entrée',
  submittedAt: 'Déposée le',
  receivedAt: 'Reçue le',
  files: 'Fichiers',
  receivedAs: 'Reçue comme',
  receiptLogIndex: 'Place au journal des accusés de réception',
  enteredInLogAt: 'Inscrite au journal le',
  subject: 'Sujet',
  subjectId: 'Numéro du sujet',
  action: 'Action',
  details: 'Détails',
  body: 'Texte',
  queuedAt: 'En attente depuis le',
  answers: 'Réponses',
  identity: 'Identité',
  givenNames: 'Prénoms',
  familyName: 'Nom de famille',
  bornOn: 'Date de naissance',
  nationalities: 'Nationalités',
  residence: 'Pays de résidence',
  telephone: 'Téléphone',
  languages: 'Langues',
  requirements: 'Exigences',
  wording: 'Libellé',
  text: 'Texte',
  declarations: 'Déclarations',
};

const inWords = (name: string): string => {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const fieldLabel = (name: string, language: Language): string =>
  language === 'fr' ? (FRENCH[name] ?? inWords(name)) : inWords(name);
