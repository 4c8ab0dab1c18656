import { withoutEmptyItems } from '../empty-items.ts';
import type { NoticeRecord } from '../notice.ts';
import { FORMAT_FILES, RENDER_FORMATS, renderNotice } from './render-notice.ts';
import type { RenderedNotice, RenderFormat, RenderTools } from './render-notice.ts';
import { TypstError } from '../../platform/typst/typst.ts';

/** Files kept in memory, the last asked for: on the last evening many take the same few. */
const MOST_KEPT = 64;

/** A notice as a file to save. */
export type NoticeFile = RenderedNotice & { readonly fileName: string };

/** Makes the files of notices for one installation. */
export type NoticeFiles = {
  /** The file of a notice; undefined where its fonts lack a character that it has, which only a PDF minds. */
  readonly of: (reference: string, notice: NoticeRecord, format: RenderFormat) => Promise<NoticeFile | undefined>;
  /** What the event of a publication and of a correction keeps of each file: its SHA-256, in hexadecimal. */
  readonly hashes: (notice: NoticeRecord) => Promise<Partial<Record<RenderFormat, string>>>;
};

/** The format of a file by the end of its name: `pdf`, `docx`, `html`, `txt`, `json`. */
export const formatOfExtension = (extension: string): RenderFormat | undefined =>
  RENDER_FORMATS.find((format) => FORMAT_FILES[format].extension === extension);

/** Files of the same record are the same bytes, so they are known by it. */
export function noticeFiles(tools: RenderTools): NoticeFiles {
  const kept = new Map<string, Promise<RenderedNotice | undefined>>();
  const rendered = (notice: NoticeRecord, format: RenderFormat) => {
    const key = `${format} ${JSON.stringify(notice)}`;
    const file = kept.get(key) ?? renderNotice(notice, format, tools).catch(undefinedWithoutGlyph);
    kept.delete(key);
    kept.set(key, file);
    file.catch(() => kept.delete(key)); // a fault is no answer to keep
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest);
    return file;
  };
  return {
    of: async (reference, notice, format) => {
      const file = await rendered(withoutEmptyItems(notice), format);
      return file && { ...file, fileName: `${reference}.${file.extension}` };
    },
    hashes: async (notice) => {
      const files = RENDER_FORMATS.map(async (format) => {
        const file = await rendered(withoutEmptyItems(notice), format);
        return file ? [[format, file.sha256] as const] : [];
      });
      return Object.fromEntries((await Promise.all(files)).flat());
    },
  };
}

function undefinedWithoutGlyph(error: unknown): undefined {
  if (!(error instanceof TypstError)) throw error;
}
