import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { List, OfferAction, OfferRefusal, OfferStatus } from './similar-post.ts';

const EN = {
  title: 'Similar posts',
  back: 'Your application',
  lede: 'You may be considered later for another post of a similar nature, without applying again. Only if you say so; and you may say otherwise at any time.',
  no: 'Once it was decided about this application, you can say here whether you want to be considered for similar posts',
  noNote: 'Nothing of it is asked before.',
  noRule: 'No source of this organisation says that similar posts are offered',
  question: 'May we consider you for similar posts?',
  hint: 'Those who recruit for such a post then see this application. Nothing follows by itself.',
  yes: 'Yes, consider me',
  notNow: 'No',
  save: 'Save',
  agreedSince: (day: string) => `You agreed on ${day}.`,
  notAgreed: 'You have not agreed.',
  until: (day: string) => `Your list ends on ${day}; after that day you are not considered from it.`,
  expired: (day: string) => `Your list ended on ${day}: you are not considered from it any more.`,
  open: 'For how long, no source says: until you say otherwise, or your application is deleted.',
  offers: 'Posts offered to you',
  none: 'No post has been offered to you.',
  grade: 'Grade',
  offeredOn: 'Offered on',
  status: 'State',
  statuses: {
    offered: 'Waits for your answer',
    accepted: 'You want to be considered',
    declined: 'Declined',
    'taken-back': 'Taken back',
  } satisfies Record<OfferStatus, string>,
  actions: {
    accept: 'I want to be considered',
    decline: 'Decline',
    'take-back': 'Take back',
  } satisfies Record<OfferAction, string>,
  appointment: 'Your appointment: how far it is, and what is needed from you',
  answerNote: 'If you accept you are considered for this post. It is no appointment, and no application is made by it.',
  done: {
    saved: 'Saved.',
    answered: 'Your answer is kept.',
    offered: 'The offer is made, and the candidate told.',
    ended: 'The offer is taken back, and the candidate told.',
  },
  chooseOne: 'Say yes or no',
  changed: 'This was changed meanwhile. Here is how it stands now.',
  vacancy: 'The vacancy',
  staffTitle: (reference: string) => `People for a similar post ${reference}`,
  staffLede:
    'People of reserve lists and of other lists who agreed, where the grade lets the post be offered. By list, then by number: that ranks nobody. What the rules cannot say is for you to judge.',
  staffNone: 'Nobody on the lists can be offered this post',
  staffNoneNote: 'Nobody agreed, or by its grade the post is none that may be offered to them.',
  barred: {
    one: '{n} more who agreed applied for another grade.',
    other: '{n} more who agreed applied for another grade.',
  },
  lists: { 'reserve-listed': 'Reserve list', 'not-retained': 'Not retained' } satisfies Record<List, string>,
  applied: (title: string, reference: string) => `Applied for ${title} (${reference})`,
  listEnds: 'List ends on',
  listOpen: 'no day is set',
  listExpired: 'Expired',
  byGrade: 'By its grade',
  requirement: 'Requirement',
  says: 'What the rules say',
  outcome: 'Outcome',
  rechecked: (number: string) => `Requirements checked again: ${number}`,
  seeApplication: 'See the application',
  offer: 'Offer the post',
  reason: 'Why to this person',
  reasonHint: 'It stands in the record under your name. The candidate is told of the offer, not of the reason.',
  staffStatuses: {
    offered: 'Offered, not answered yet',
    accepted: 'Wants to be considered',
    declined: 'Declined',
    'taken-back': 'Taken back',
  } satisfies Record<OfferStatus, string>,
  letters: {
    offered: {
      subject: 'A similar post',
      body: (title: string, grades: string) =>
        `You agreed to be considered for similar posts. We offer to consider you for this one: ${title}${grades && ` (${grades})`}. Under “Similar posts” on the page of this application you can accept to be considered, or decline. If you do neither, nothing follows.`,
    },
    'taken-back': {
      subject: 'A similar post is offered no more',
      body: (title: string, _grades: string) =>
        `The post that we offered to consider you for is offered no more: ${title}. You need do nothing.`,
    },
  },
};

export type SimilarPostTexts = typeof EN;

const FR: SimilarPostTexts = {
  title: 'Postes semblables',
  back: 'Votre candidature',
  lede: 'Votre candidature peut être prise en considération plus tard pour un autre poste de nature semblable, sans postuler de nouveau. Seulement si vous le dites ; et vous pouvez dire le contraire à tout moment.',
  no: 'Une fois cette candidature décidée, vous pourrez dire ici si des postes semblables vous intéressent',
  noNote: 'Rien n’est demandé avant.',
  noRule: 'Aucune source de cette organisation ne dit que des postes semblables sont proposés',
  question: 'Pouvons-nous vous prendre en considération pour des postes semblables ?',
  hint: 'Les personnes qui recrutent pour un tel poste voient alors cette candidature. Rien n’en découle automatiquement.',
  yes: 'Oui, prenez-moi en considération',
  notNow: 'Non',
  save: 'Enregistrer',
  agreedSince: (day) => `Vous avez donné votre accord le ${day}.`,
  notAgreed: 'Vous n’avez pas donné votre accord.',
  until: (day) => `Votre liste prend fin le ${day} ; après ce jour, on ne vous y cherche plus.`,
  expired: (day) => `Votre liste a pris fin le ${day} : on ne vous y cherche plus.`,
  open: 'Pour combien de temps, aucune source ne le dit : jusqu’à ce que vous disiez le contraire, ou que votre candidature soit supprimée.',
  offers: 'Postes qui vous sont proposés',
  none: 'Aucun poste ne vous a été proposé.',
  grade: 'Grade',
  offeredOn: 'Proposé le',
  status: 'État',
  statuses: {
    offered: 'Attend votre réponse',
    accepted: 'Vous souhaitez être pris(e) en considération',
    declined: 'Décliné',
    'taken-back': 'Retiré',
  },
  actions: {
    accept: 'Je souhaite être pris(e) en considération',
    decline: 'Décliner',
    'take-back': 'Retirer',
  },
  appointment: 'Votre nomination : où elle en est, et ce qui vous est demandé',
  answerNote:
    'Si vous acceptez, vous êtes pris(e) en considération pour ce poste. Ce n’est pas une nomination, et aucune candidature n’en naît.',
  done: {
    saved: 'Enregistré.',
    answered: 'Votre réponse est conservée.',
    offered: 'Le poste est proposé, et la personne informée.',
    ended: 'La proposition est retirée, et la personne informée.',
  },
  chooseOne: 'Répondez par oui ou par non',
  changed: 'Cela a été modifié entre-temps. Voici l’état actuel.',
  vacancy: 'La vacance de poste',
  staffTitle: (reference) => `Personnes pour un poste semblable ${reference}`,
  staffLede:
    'Les personnes des listes de réserve et des autres listes qui ont donné leur accord, là où le grade permet de proposer le poste. Par liste, puis par numéro : cela ne classe personne. Ce que les règles ne disent pas, il vous revient de l’apprécier.',
  staffNone: 'Personne des listes ne peut se voir proposer ce poste',
  staffNoneNote: 'Personne n’a donné son accord, ou le grade du poste ne permet pas de le proposer.',
  barred: {
    one: '{n} autre personne d’accord a postulé pour un autre grade.',
    other: '{n} autres personnes d’accord ont postulé pour un autre grade.',
  },
  lists: { 'reserve-listed': 'Liste de réserve', 'not-retained': 'Non retenu(e)' },
  applied: (title, reference) => `A postulé pour ${title} (${reference})`,
  listEnds: 'Fin de la liste',
  listOpen: 'aucun jour n’est fixé',
  listExpired: 'Expirée',
  byGrade: 'Par son grade',
  requirement: 'Exigence',
  says: 'Ce que disent les règles',
  outcome: 'Résultat',
  rechecked: (number) => `Exigences vérifiées à nouveau : ${number}`,
  seeApplication: 'Voir la candidature',
  offer: 'Proposer le poste',
  reason: 'Pourquoi à cette personne',
  reasonHint: 'Figure au dossier sous votre nom. La personne est informée de la proposition, non du motif.',
  staffStatuses: {
    offered: 'Proposé, sans réponse encore',
    accepted: 'Souhaite être pris(e) en considération',
    declined: 'Décliné',
    'taken-back': 'Retiré',
  },
  letters: {
    offered: {
      subject: 'Un poste semblable',
      body: (title, grades) =>
        `Vous avez accepté d’être pris(e) en considération pour des postes semblables. Nous vous proposons de l’être pour celui-ci : ${title}${grades && ` (${grades})`}. Sous « Postes semblables », sur la page de cette candidature, vous pouvez accepter d’être pris(e) en considération, ou décliner. Sans réponse de votre part, rien n’en découle.`,
    },
    'taken-back': {
      subject: 'Un poste semblable n’est plus proposé',
      body: (title) =>
        `Le poste pour lequel nous vous proposions de vous prendre en considération n’est plus proposé : ${title}. Vous n’avez rien à faire.`,
    },
  },
};

export const SIMILAR_POST_TEXTS: Localized<SimilarPostTexts> = { en: EN, fr: FR };

/** Why something cannot be done with an offer; `day` writes a civil day. */
export function explainOffer(refusal: OfferRefusal, day: (civil: string) => Localized): Localized {
  switch (refusal.kind) {
    case 'illegal-move':
      return {
        en: `“${EN.statuses[refusal.from]}”: nothing more can be answered.`,
        fr: `« ${FR.statuses[refusal.from]} » : plus rien ne peut y être répondu.`,
      };
    case 'already-offered':
      return { en: 'The post was offered to them already', fr: 'Le poste lui a déjà été proposé' };
    case 'no-post':
      return {
        en: 'This vacancy has no post to offer as it stands',
        fr: 'Ce poste ne peut être proposé dans l’état actuel de la vacance',
      };
    case 'not-agreed':
      return {
        en: 'They do not agree to be considered any more',
        fr: 'Cette personne ne souhaite plus être prise en considération',
      };
    case 'expired': {
      const { en, fr } = day(refusal.until);
      return { en: `Their list ended on ${en}`, fr: `Sa liste a pris fin le ${fr}` };
    }
    case 'grade':
      return {
        en: 'By its grade the post may not be offered to them',
        fr: 'Par son grade, le poste ne peut lui être proposé',
      };
    case 'reason-missing':
      return { en: 'Say why to this person', fr: 'Dites pourquoi à cette personne' };
    case 'too-long':
      return { en: 'Keep to 2,000 characters', fr: 'Tenez-vous-en à 2 000 caractères' };
    case 'own-application':
      return { en: 'Nobody offers themselves a post', fr: 'Personne ne se propose un poste' };
    default:
      return assertNever(refusal);
  }
}
