import type { Localized } from '../../platform/language.ts';
import { assertNever } from '../../platform/result.ts';
import type { ApprovalRefusal } from './approvals.ts';
import type { WaiverRefusal } from './waivers.ts';

const EN = {
  title: 'Approvals',
  intro:
    'Publication takes these approvals, in this order. An edit of the notice undoes those that were given to its text.',
  notInReview: 'The first is asked for once the notice is sent for review.',
  none: 'This organisation has no path of approval.',
  given: 'Given by {name}, {time}',
  pending: 'Budget still pending, said by {name}, {time}',
  waiting: 'It is the turn of: {role}',
  later: 'Later',
  yourTurn: 'It is your turn',
  approve: 'Approve',
  approveBudget: 'The budget is approved',
  pend: 'The budget is still pending',
  pendHint: 'The notice then says so. It can be published; nobody is appointed before the budget is approved.',
  formerly: 'a former colleague',
  waitsFor: 'Waits for: {step}',
  forYou: { one: '{n} vacancy waits for you', other: '{n} vacancies wait for you' },
  mailSubject: 'To approve: {reference}, {title}',
  mailText:
    'The notice {reference}, “{title}”, waits for this step: {step}.\n\nRead it and approve it, or say what is to be changed:\n{link}\n',
  reminderSubject: 'Still to approve: {reference}, {title}',
  role: {
    'hiring-manager': 'hiring manager',
    translator: 'translator',
    'recruitment-manager': 'recruitment manager',
    'budget-officer': 'budget officer',
  },
  letStand: 'Let it stand',
  letStandWhy: 'Why may this stand?',
  letStandHint: 'Kept in the history with your name. Write nothing personal about anyone.',
  letStandButton: 'Let it stand for this reason',
  stands: 'Stands, because: {reason}',
  takeBack: 'Count it again',
};

const FR: typeof EN = {
  title: 'Approbations',
  intro:
    'La publication suppose ces approbations, dans cet ordre. Une modification de l’avis annule celles qui portaient sur son texte.',
  notInReview: 'La première est demandée une fois l’avis soumis à relecture.',
  none: 'Cette organisation n’a pas de circuit d’approbation.',
  given: 'Donnée par {name}, {time}',
  pending: 'Budget encore en attente, selon {name}, {time}',
  waiting: 'C’est au tour de : {role}',
  later: 'Plus tard',
  yourTurn: 'C’est votre tour',
  approve: 'Approuver',
  approveBudget: 'Le budget est approuvé',
  pend: 'Le budget est encore en attente',
  pendHint: 'L’avis l’indique alors. Il peut être publié ; personne n’est nommé avant que le budget soit approuvé.',
  formerly: 'un(e) ancien(ne) collègue',
  waitsFor: 'En attente : {step}',
  forYou: { one: '{n} poste vous attend', other: '{n} postes vous attendent' },
  mailSubject: 'À approuver : {reference}, {title}',
  mailText:
    'L’avis {reference}, « {title} », attend cette étape : {step}.\n\nLisez-le et approuvez-le, ou dites ce qui est à changer :\n{link}\n',
  reminderSubject: 'Toujours à approuver : {reference}, {title}',
  role: {
    'hiring-manager': 'responsable du recrutement',
    translator: 'traductrice ou traducteur',
    'recruitment-manager': 'gestionnaire du recrutement',
    'budget-officer': 'responsable du budget',
  },
  letStand: 'Maintenir le texte',
  letStandWhy: 'Pourquoi peut-il rester ainsi ?',
  letStandHint: 'Conservé dans l’historique avec votre nom. N’écrivez rien de personnel sur quiconque.',
  letStandButton: 'Maintenir pour ce motif',
  stands: 'Maintenu, car : {reason}',
  takeBack: 'Le compter de nouveau',
};

/** Every word about approvals and findings that are let stand. */
export const APPROVAL_TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

/** What the public is told once a pending budget is approved. */
export const BUDGET_APPROVED: Localized = {
  en: 'The budget of this post has been approved.',
  fr: 'Le budget de ce poste a été approuvé.',
};

/** Why an approval was not taken, or a finding not let stand. */
export function explainApproval(refusal: ApprovalRefusal | Exclude<WaiverRefusal, { kind: 'final' }>): Localized {
  switch (refusal.kind) {
    case 'not-in-review':
      return {
        en: 'A notice is approved while it is in review. Send it for review first.',
        fr: 'Un avis s’approuve pendant sa relecture. Soumettez-le d’abord à relecture.',
      };
    case 'no-such-step':
      return { en: 'There is no such step.', fr: 'Cette étape n’existe pas.' };
    case 'not-your-turn':
      return {
        en: `This step comes first: “${refusal.step.name.en}”.`,
        fr: `Cette étape vient d’abord : « ${refusal.step.name.fr} ».`,
      };
    case 'not-your-step':
      return {
        en: `“${refusal.step.name.en}” is for somebody else: ${EN.role[refusal.step.role]}.`,
        fr: `« ${refusal.step.name.fr} » revient à une autre personne : ${FR.role[refusal.step.role]}.`,
      };
    case 'cannot-pend':
      return { en: 'This step takes a yes.', fr: 'Cette étape demande un oui.' };
    case 'no-waiver-reason':
      return { en: 'Write why this may stand.', fr: 'Écrivez pourquoi ce texte peut rester ainsi.' };
    case 'finding-gone':
      return {
        en: 'This is not found any more: the notice has changed meanwhile.',
        fr: 'Ce constat n’est plus là : l’avis a changé entre-temps.',
      };
    default:
      return assertNever(refusal);
  }
}
