import type { Localized } from '../platform/language.ts';

type AccountTexts = { nationalityKept: (names: string) => string } & Record<
  | 'title'
  | 'intro'
  | 'nameHint'
  | 'formKept'
  | 'nameMissing'
  | 'email'
  | 'emailHint'
  | 'emailInvalid'
  | 'password'
  | 'create'
  | 'haveOne'
  | 'signIn'
  | 'sentTitle'
  | 'sentText'
  | 'sentAgain'
  | 'confirmTitle'
  | 'confirmText'
  | 'confirmPassword'
  | 'confirmPasswordHint'
  | 'confirmPasswordWrong'
  | 'confirm',
  string
>;

export const ACCOUNT_TEXTS: Localized<AccountTexts> = {
  en: {
    title: 'Create an account',
    intro:
      'With an account you can apply, save what you write and come back to it. One account serves for every vacancy.',
    nameHint: 'As in your passport or identity card. If you have one name only, leave the other field empty',
    nationalityKept: (names) =>
      `You have said your nationality in this browser (${names}). Your profile begins with it; you can change it there.`,
    formKept: 'What you have written is kept, and goes on once you have confirmed your address.',
    nameMissing: 'Enter your names, in at most 200 characters together',
    email: 'E-mail address',
    emailHint: 'We send you a link to confirm it, and later the receipts of your applications',
    emailInvalid: 'Enter one e-mail address, such as name@example.org',
    password: 'Password',
    create: 'Create the account',
    haveOne: 'Already have an account?',
    signIn: 'Sign in',
    sentTitle: 'Look at your mail',
    sentText:
      'We have sent a mail to the address you entered. Follow the link in it to confirm the address; it is good for 24 hours, and only the latest one counts.',
    sentAgain:
      'Nothing there after a few minutes? Look among unwanted mail, check that you typed the address right, and create the account once more.',
    confirmTitle: 'Confirm your address',
    confirmText: 'One press, and the account is yours: you will be signed in.',
    confirmPassword: 'Password',
    confirmPasswordHint:
      'The one you chose when you created the account. We ask because this is another browser than the one you created it in.',
    confirmPasswordWrong: 'This is not the password that was chosen when the account was last created',
    confirm: 'Confirm the address and sign in',
  },
  fr: {
    title: 'Créer un compte',
    intro:
      'Un compte vous permet de poser votre candidature, d’enregistrer ce que vous écrivez et d’y revenir. Un seul suffit pour tous les postes.',
    nameHint:
      'Comme sur votre passeport ou votre carte d’identité. Si vous n’avez qu’un seul nom, laissez l’autre champ vide',
    nationalityKept: (names) =>
      `Vous avez indiqué votre nationalité dans ce navigateur (${names}). Votre profil commence par elle ; vous pouvez l’y modifier.`,
    formKept: 'Ce que vous avez écrit est conservé, et repart une fois votre adresse confirmée.',
    nameMissing: 'Saisissez vos noms, en 200 caractères au plus à eux deux',
    email: 'Adresse électronique',
    emailHint: 'Nous y envoyons un lien pour la confirmer, puis les récépissés de vos candidatures',
    emailInvalid: 'Saisissez une seule adresse électronique, par exemple nom@example.org',
    password: 'Mot de passe',
    create: 'Créer le compte',
    haveOne: 'Vous avez déjà un compte ?',
    signIn: 'Se connecter',
    sentTitle: 'Consultez votre messagerie',
    sentText:
      'Nous avons envoyé un message à l’adresse que vous avez saisie. Suivez le lien qu’il contient pour confirmer l’adresse ; il est valable 24 heures, et seul le dernier compte.',
    sentAgain:
      'Rien après quelques minutes ? Regardez parmi les messages indésirables, vérifiez que l’adresse est bien la vôtre, et créez le compte une nouvelle fois.',
    confirmTitle: 'Confirmer votre adresse',
    confirmText: 'Une pression, et le compte est à vous : vous serez connecté(e).',
    confirmPassword: 'Mot de passe',
    confirmPasswordHint:
      'Celui que vous avez choisi en créant le compte. Nous le demandons parce que ce navigateur n’est pas celui où vous l’avez créé.',
    confirmPasswordWrong: 'Ce n’est pas le mot de passe choisi à la dernière création du compte',
    confirm: 'Confirmer l’adresse et se connecter',
  },
};
