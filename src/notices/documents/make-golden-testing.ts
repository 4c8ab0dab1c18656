// Lays the golden notice “export” out as documents of other programs, beside its text: run by hand, since their bytes
// differ from run to run.   node src/notices/documents/make-golden-testing.ts
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../../journey/browser-testing.ts';
import { loadVocabulary } from '../vocabulary.ts';
import { asDocx, asHtml, asPdf, piecesOf } from './laid-out-testing.ts';

const FOLDER = 'src/notices/golden/export';
const vocabulary = loadVocabulary('organisations/northern-rivers');
const pieces = piecesOf(await readFile(join(FOLDER, 'notice.txt'), 'utf8'), vocabulary);
const browser = await launchBrowser();
const html = asHtml(pieces, vocabulary);
await writeFile(join(FOLDER, 'notice.html'), html);
await writeFile(join(FOLDER, 'notice.docx'), await asDocx(pieces, vocabulary));
await writeFile(join(FOLDER, 'chromium-tagged.pdf'), await asPdf(browser, html, { tagged: true }));
await writeFile(join(FOLDER, 'chromium-untagged.pdf'), await asPdf(browser, html, { tagged: false }));
await browser.close();
