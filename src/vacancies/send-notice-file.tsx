import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RenderFormat } from '../notices/render/render-notice.ts';
import type { Unprintable } from '../notices/render/unprintable.ts';
import type { Context } from '../people/context.ts';
import { page, pageContext } from '../people/page.ts';
import { sendAttachment } from '../platform/files.ts';
import { PublicLayout } from '../site/layout.tsx';
import { NOTICE_FILE_TEXTS } from './notice-file-texts.ts';
import type { Vacancy } from './vacancy.ts';

type Asked = { request: FastifyRequest; reply: FastifyReply; context: Context };

/** Sends the notice of a vacancy as a file; where its PDF cannot be made, a page that says why, and what to take instead. */
export async function sendNoticeFile(
  asked: Asked,
  { reference, notice }: Pick<Vacancy, 'reference' | 'notice'>,
  format: RenderFormat,
): Promise<FastifyReply> {
  const file = await asked.context.files.of(reference, notice, format);
  if (!file.ok) return explained(asked, file.refusal);
  return sendAttachment(asked.reply, { ...file.value, content: Buffer.from(file.value.bytes) });
}

const OTHERS = ['docx', 'html', 'txt'] as const;

function explained({ request, reply, context }: Asked, refusal: Unprintable): FastifyReply {
  const { language, actor } = request;
  const t = NOTICE_FILE_TEXTS[language];
  const [address = ''] = request.url.split('?');
  const staff = (actor?.roles.length ?? 0) > 0;
  return page(
    reply,
    <PublicLayout page={{ ...pageContext(request, context), query: undefined }} title={t.title}>
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      <p>{t.characters}</p>
      <ul>
        {refusal.characters.map((character) => (
          <li key={character}>
            <bdi>{character}</bdi> ({codeOf(character)})
          </li>
        ))}
      </ul>
      <p>{t.places}</p>
      <ul>
        {refusal.places.map(({ language: half, section }) => (
          <li key={`${half} ${section ?? ''}`} lang={section === undefined ? undefined : half}>
            {section ?? `${t.above} (${half.toUpperCase()})`}
          </li>
        ))}
      </ul>
      {staff && <p>{t.amend}</p>}
      <p>{t.other}</p>
      <ul>
        {OTHERS.map((extension) => (
          <li key={extension}>
            <a href={address.replace(/pdf$/, extension)}>{t[extension]}</a>
          </li>
        ))}
      </ul>
    </PublicLayout>,
    422,
  );
}

/** “U+6CB3”: for whoever has no font for it either. */
const codeOf = (character: string) =>
  Array.from(character, (one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(
    ' ',
  );
