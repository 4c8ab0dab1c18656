import { documentName } from './document-texts.ts';
import type { Localized } from '../../platform/language.ts';
import type { Mail } from '../../platform/mail.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import type { Infected } from './quarantine-queries.ts';

const EN = {
  subject: 'A virus in a document: {number}',
  found:
    'A virus was found in “{name}” of your application {number} after it had been kept. The file has been deleted.',
  draft: 'Your application is not submitted yet. Scan your device, write or export the document again, and attach it:',
  submitted:
    'Your application stands as it was received, without this file. Please write to the recruitment office, which is told too. You can read your application at:',
};

const FR: typeof EN = {
  subject: 'Un virus dans un document : {number}',
  found:
    'Un virus a été trouvé dans « {name} » de votre candidature {number} après l’enregistrement du fichier. Le fichier a été supprimé.',
  draft:
    'Votre candidature n’est pas encore déposée. Analysez votre appareil, écrivez ou exportez de nouveau le document et joignez-le :',
  submitted:
    'Votre candidature reste telle qu’elle a été reçue, sans ce fichier. Merci d’écrire au service du recrutement, qui en est également informé. Vous pouvez relire votre candidature :',
};

const TEXTS: Localized<typeof EN> = { en: EN, fr: FR };

type House = { organisation: Pick<Organisation, 'documents' | 'questions'>; publicUrl: string };

/** Tells an applicant that a document of theirs was thrown away, and what to do. */
export function infectedMail(infected: Infected, { organisation, publicUrl }: House): Mail {
  const { number, kind, questions, isDraft, to, language } = infected;
  const t = TEXTS[language];
  const name = documentName(kind, { organisation, questions }, language);
  const fill = (text: string) => text.replace('{number}', number).replace('{name}', () => name);
  const address = `${publicUrl}/${language}/my/applications/${number}${isDraft ? '/documents' : ''}`;
  const next = `${isDraft ? t.draft : t.submitted}\n${address}`;
  return { to, language, subject: fill(t.subject), text: `${fill(t.found)}\n\n${next}\n` };
}
