import { ok, refuse, type Result } from '../../platform/result.ts';
import { MissingGlyphError, TypstError } from '../../platform/typst/typst.ts';
import { withoutEmptyItems } from '../empty-items.ts';
import type { NoticeRecord } from '../notice.ts';
import { noticeDocument } from './notice-document.ts';
import { FORMAT_FILES, RENDER_FORMATS, renderNotice } from './render-notice.ts';
import type { RenderedNotice, RenderFormat, RenderTools } from './render-notice.ts';
import { unprintable, type Unprintable } from './unprintable.ts';

/** Files kept in memory, the last asked for: on the last evening many take the same few. */
const MOST_KEPT = 64;

/** A notice as a file to save. */
export type NoticeFile = RenderedNotice & { readonly fileName: string };

/** Makes the files of notices for one installation. */
export type NoticeFiles = {
  /** The file of a notice; refused where its fonts lack a character that it has, which only a PDF minds. */
  readonly of: (
    reference: string,
    notice: NoticeRecord,
    format: RenderFormat,
  ) => Promise<Result<NoticeFile, Unprintable>>;
  /**
   * What the event of a publication and of a correction keeps of each file: its SHA-256, in hexadecimal. Without the PDF
   * where it cannot be made: neither a character nor a program that is missing keeps a notice from being published.
   */
  readonly hashes: (notice: NoticeRecord) => Promise<Partial<Record<RenderFormat, string>>>;
};

/** The format of a file by the end of its name: `pdf`, `docx`, `html`, `txt`, `json`. */
export const formatOfExtension = (extension: string): RenderFormat | undefined =>
  RENDER_FORMATS.find((format) => FORMAT_FILES[format].extension === extension);

/** Files of the same record are the same bytes, so they are known by it. */
export function noticeFiles(tools: RenderTools): NoticeFiles {
  const kept = new Map<string, Promise<Result<RenderedNotice, Unprintable>>>();
  const rendered = (notice: NoticeRecord, format: RenderFormat) => {
    const key = `${format} ${JSON.stringify(notice)}`;
    const file = kept.get(key) ?? renderedOrWhyNot(notice, format, tools);
    kept.delete(key);
    kept.set(key, file);
    file.catch(() => kept.delete(key)); // a fault is no answer to keep
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest);
    return file;
  };
  return {
    of: async (reference, notice, format) => {
      const file = await rendered(withoutEmptyItems(notice), format);
      return file.ok ? ok({ ...file.value, fileName: `${reference}.${file.value.extension}` }) : file;
    },
    hashes: async (notice) => {
      const files = RENDER_FORMATS.map(async (format) => {
        const file = await rendered(withoutEmptyItems(notice), format).catch(undefinedWithoutTypst);
        return file?.ok ? [[format, file.value.sha256] as const] : [];
      });
      return Object.fromEntries((await Promise.all(files)).flat());
    },
  };
}

async function renderedOrWhyNot(
  notice: NoticeRecord,
  format: RenderFormat,
  tools: RenderTools,
): Promise<Result<RenderedNotice, Unprintable>> {
  try {
    return ok(await renderNotice(notice, format, tools));
  } catch (error) {
    if (!(error instanceof MissingGlyphError)) throw error;
    return refuse(unprintable(noticeDocument(notice, tools), error.texts));
  }
}

function undefinedWithoutTypst(error: unknown): undefined {
  if (!(error instanceof TypstError)) throw error;
}
