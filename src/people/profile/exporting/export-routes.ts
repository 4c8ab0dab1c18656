import type { FastifyInstance, FastifyRequest } from 'fastify';
import { asAttachment } from '../../../platform/files.ts';
import type { Context } from '../../context.ts';
import { actorOf, signedIn } from '../../guard.ts';
import { findProfile } from '../profile-queries.ts';
import type { Profile } from '../profile.ts';
import { cvDocument, type CvDocument } from './cv-document.ts';
import { cvDocx } from './cv-docx.ts';
import { cvPdf } from './cv-pdf.ts';
import { europassOf } from './europass-export.ts';
import { jsonResumeOf } from './json-resume-export.ts';

type Made = string | Promise<Uint8Array>;
type File = { type: string; of: (profile: Profile, cv: () => CvDocument) => Made };

/** The files a profile goes out in, each the same bytes for the same profile. */
export function profileExportRoutes(web: FastifyInstance, context: Context): void {
  const files: Record<string, File> = {
    'resume.json': { type: 'application/json; charset=utf-8', of: jsonResumeOf },
    'europass.xml': { type: 'application/xml; charset=utf-8', of: europassOf },
    'cv.pdf': { type: 'application/pdf', of: (profile, cv) => cvPdf(cv(), europassOf(profile), context.typst) },
    'cv.docx': { type: DOCX, of: (_, cv) => cvDocx(cv()) },
  };
  for (const [name, { type, of }] of Object.entries(files))
    web.get(`/my/profile/export/${name}`, signedIn(), async (request: FastifyRequest, reply) => {
      const { profile, updatedAt } = await findProfile(context.db, actorOf(request).accountId);
      const told = { rules: context.organisation, language: request.language };
      const made = await of(profile, () => cvDocument(profile, told, updatedAt ?? request.receivedAt));
      return reply
        .headers({ 'content-type': type, 'content-disposition': asAttachment(name), 'cache-control': 'no-store' })
        .send(typeof made === 'string' ? made : Buffer.from(made));
    });
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
