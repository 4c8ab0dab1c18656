import type { Localized } from '../../platform/language.ts';
import type { SignInMethod } from '../sign-in-method.ts';

/** What has just been done on the page of security. */
export const SECURITY_DONE = ['removed', 'passkey', 'unlinked', 'linked'] as const;
export type SecurityDone = (typeof SECURITY_DONE)[number];

type Texts = Record<
  | 'title'
  | 'intro'
  | 'due'
  | 'confirm'
  | 'current'
  | 'currentHint'
  | 'app'
  | 'appText'
  | 'appSince'
  | 'setUpApp'
  | 'removeApp'
  | 'passkeys'
  | 'passkeysText'
  | 'noPasskeys'
  | 'name'
  | 'added'
  | 'lastUsed'
  | 'never'
  | 'action'
  | 'remove'
  | 'addPasskey'
  | 'recovery'
  | 'recoveryNone'
  | 'newCodes'
  | 'outside'
  | 'outsideLinked'
  | 'outsideNotLinked'
  | 'link'
  | 'unlink'
  | 'history'
  | 'historyText'
  | 'when'
  | 'how'
  | 'where'
  | 'outcome'
  | 'succeeded'
  | 'refused'
  | 'noHistory'
  | 'unknownDevice'
  | 'required'
  | 'linkTitle'
  | 'appTitle'
  | 'appSteps'
  | 'scan'
  | 'qr'
  | 'byHand'
  | 'open'
  | 'code'
  | 'codeHint'
  | 'codeWrong'
  | 'confirmApp'
  | 'codesTitle'
  | 'codesText'
  | 'codesKept',
  string
> & {
  left: { one: string; other: string };
  soon: (until: string) => string;
  methods: Record<SignInMethod, string>;
  done: Record<SecurityDone, string>;
};

export const SECURITY_TEXTS: Localized<Texts> = {
  en: {
    title: 'Sign-in and security',
    intro:
      'A password can be guessed, or typed on a page that only looks like ours. A second factor keeps others out even then.',
    due: 'Your task here needs a second factor. Set one up below; the pages of staff open as soon as it is done.',
    soon: (until) =>
      `Your task here needs a second factor. Please set one up by ${until}; after that the pages of staff wait for it.`,
    confirm: 'Change something',
    current: 'Current password',
    currentHint:
      'Needed for each change on this page. If you have none, set one by “Set a new password” on the sign-in page',
    app: 'Authenticator app',
    appText: 'An app on your telephone shows six figures that change every half minute.',
    appSince: 'Set up on',
    setUpApp: 'Set up an app',
    removeApp: 'Remove the app',
    passkeys: 'Passkeys',
    passkeysText: 'Your device or a security key answers for you, behind its own lock. Needs JavaScript.',
    noPasskeys: 'None yet.',
    name: 'Name',
    added: 'Added',
    lastUsed: 'Last used',
    never: 'Not used yet',
    action: 'To remove it',
    remove: 'Remove',
    addPasskey: 'Add a passkey',
    recovery: 'Recovery codes',
    recoveryNone:
      'You get ten when you set up an app or a passkey. Each opens your account once when neither is at hand.',
    left: { one: 'You have {n} left. New ones replace it.', other: 'You have {n} left. New ones replace them.' },
    newCodes: 'Make new codes',
    outside: 'Your account with us elsewhere',
    outsideLinked: 'You can sign in here by:',
    outsideNotLinked: 'You can tie this account to:',
    link: 'Tie it to this account',
    unlink: 'Untie it',
    history: 'Your last sign-ins',
    historyText:
      'What was tried on your account in the last 90 days, twenty entries at most. If one is not yours, change your password.',
    when: 'When',
    how: 'How',
    where: 'Browser',
    outcome: 'Outcome',
    succeeded: 'Signed in',
    refused: 'Refused',
    noHistory: 'Nothing in the last 90 days.',
    unknownDevice: 'A browser that does not say its name',
    required: 'Your task here needs a second factor, and this is the last one. Add another before you remove it',
    linkTitle: 'Tie your account',
    appTitle: 'Set up an authenticator app',
    appSteps:
      'Open your app, add an account, and scan the picture or type the key. Then enter the six figures that it shows.',
    scan: 'Scan',
    qr: 'QR code for your authenticator app; the same key stands beside it as text',
    byHand: 'The key, to be typed',
    open: 'Open an app on this device',
    code: 'Code',
    codeHint: 'Six figures',
    codeWrong: 'This code is not right. Check the time of your telephone, and enter the figures that the app shows now',
    confirmApp: 'Confirm',
    codesTitle: 'Keep these recovery codes',
    codesText:
      'Each opens your account once when neither app nor passkey is at hand. They are shown only now: print them or write them down.',
    codesKept: 'I have kept them',
    methods: {
      password: 'Password',
      'password-and-code': 'Password and code',
      'password-and-recovery-code': 'Password and recovery code',
      'password-and-passkey': 'Password and passkey',
      passkey: 'Passkey',
      outside: 'Your organisation’s sign-in',
      link: 'Link in a mail',
    },
    done: {
      removed: 'It is removed.',
      passkey: 'The passkey is added.',
      unlinked: 'The tie is gone.',
      linked: 'The accounts are tied.',
    },
  },
  fr: {
    title: 'Connexion et sécurité',
    intro:
      'Un mot de passe peut se deviner, ou être saisi sur une page qui ne fait que ressembler à la nôtre. Un second facteur tient les autres à l’écart même alors.',
    due: 'Votre tâche ici demande un second facteur. Ajoutez-en un ci-dessous ; les pages du personnel s’ouvrent dès que c’est fait.',
    soon: (until) =>
      `Votre tâche ici demande un second facteur. Veuillez en ajouter un avant cette date : ${until} ; ensuite, les pages du personnel l’attendront.`,
    confirm: 'Modifier quelque chose',
    current: 'Mot de passe actuel',
    currentHint:
      'Nécessaire pour chaque modification sur cette page. Si vous n’en avez pas, choisissez-en un par « Choisir un nouveau mot de passe » sur la page de connexion',
    app: 'Application d’authentification',
    appText: 'Une application de votre téléphone affiche six chiffres qui changent toutes les trente secondes.',
    appSince: 'Ajoutée',
    setUpApp: 'Ajouter une application',
    removeApp: 'Retirer l’application',
    passkeys: 'Clés d’accès',
    passkeysText:
      'Votre appareil ou une clé de sécurité répond pour vous, derrière son propre verrou. Demande JavaScript.',
    noPasskeys: 'Aucune pour l’instant.',
    name: 'Nom',
    added: 'Ajoutée',
    lastUsed: 'Dernier usage',
    never: 'Pas encore utilisée',
    action: 'Pour la retirer',
    remove: 'Retirer',
    addPasskey: 'Ajouter une clé d’accès',
    recovery: 'Codes de secours',
    recoveryNone:
      'Vous en recevez dix lorsque vous ajoutez une application ou une clé d’accès. Chacun ouvre votre compte une fois, quand vous n’avez ni l’une ni l’autre sous la main.',
    left: {
      one: 'Il vous en reste {n}. De nouveaux codes le remplacent.',
      other: 'Il vous en reste {n}. De nouveaux codes les remplacent.',
    },
    newCodes: 'Créer de nouveaux codes',
    outside: 'Votre compte ailleurs dans l’organisation',
    outsideLinked: 'Vous pouvez vous connecter ici par :',
    outsideNotLinked: 'Vous pouvez rattacher ce compte à :',
    link: 'Rattacher à ce compte',
    unlink: 'Détacher',
    history: 'Vos dernières connexions',
    historyText:
      'Ce qui a été tenté sur votre compte ces 90 derniers jours, vingt lignes au plus. Si l’une n’est pas de vous, changez de mot de passe.',
    when: 'Quand',
    how: 'Comment',
    where: 'Navigateur',
    outcome: 'Résultat',
    succeeded: 'Connexion',
    refused: 'Refus',
    noHistory: 'Rien ces 90 derniers jours.',
    unknownDevice: 'Un navigateur qui ne dit pas son nom',
    required:
      'Votre tâche ici demande un second facteur, et celui-ci est le dernier. Ajoutez-en un autre avant de le retirer',
    linkTitle: 'Rattacher votre compte',
    appTitle: 'Ajouter une application d’authentification',
    appSteps:
      'Ouvrez votre application, ajoutez un compte, puis scannez l’image ou saisissez la clé. Saisissez ensuite les six chiffres affichés.',
    scan: 'Scanner',
    qr: 'Code QR pour votre application d’authentification ; la même clé figure à côté en toutes lettres',
    byHand: 'La clé, à saisir',
    open: 'Ouvrir une application de cet appareil',
    code: 'Code',
    codeHint: 'Six chiffres',
    codeWrong:
      'Ce code ne convient pas. Vérifiez l’heure de votre téléphone et saisissez les chiffres affichés maintenant',
    confirmApp: 'Confirmer',
    codesTitle: 'Gardez ces codes de secours',
    codesText:
      'Chacun ouvre votre compte une fois, quand vous n’avez ni application ni clé d’accès sous la main. Ils ne s’affichent que maintenant : imprimez-les ou notez-les.',
    codesKept: 'Je les ai gardés',
    methods: {
      password: 'Mot de passe',
      'password-and-code': 'Mot de passe et code',
      'password-and-recovery-code': 'Mot de passe et code de secours',
      'password-and-passkey': 'Mot de passe et clé d’accès',
      passkey: 'Clé d’accès',
      outside: 'Connexion de votre organisation',
      link: 'Lien dans un message',
    },
    done: {
      removed: 'C’est retiré.',
      passkey: 'La clé d’accès est ajoutée.',
      unlinked: 'Le lien est défait.',
      linked: 'Les comptes sont rattachés.',
    },
  },
};
