import type { FastifyInstance } from 'fastify';
import { findOwnApplication } from '../../applications/application-queries.ts';
import type { Context } from '../../people/context.ts';
import { actorOf, signedIn } from '../../people/guard.ts';
import { sendAttachment } from '../../platform/files.ts';
import { findVacancy } from '../../vacancies/vacancy-queries.ts';
import { findLetter, letterPdf } from '../decision/letter-pdf-queries.ts';
import { decidingReport, receivedContent } from './record-queries.ts';

type ByNumber = { Params: { number: string } };

/** The letter of the decision on an application, for its author to keep: as it was sent, in the language of the address. */
export function myLetterRoutes(web: FastifyInstance, context: Context): void {
  web.get<ByNumber>('/my/applications/:number/decision-letter.pdf', signedIn(), async (request, reply) => {
    const { db } = context;
    const application = await findOwnApplication(db, {
      accountId: actorOf(request).accountId,
      number: request.params.number,
    });
    const reference = application?.vacancyReference ?? '';
    const vacancy = application && (await findVacancy(db, reference));
    const report = application && (await decidingReport(db, reference, application.number));
    const letter =
      application && report?.releasedAt ? await findLetter(db, application.id, report.releasedAt) : undefined;
    if (!application || !vacancy || !letter) return reply.callNotFound();
    const { number } = application;
    const { identity } = await receivedContent(db, application.id);
    const name = `${identity.givenNames} ${identity.familyName}`.trim();
    const { language } = request;
    const content = await letterPdf(context, letter, { number, name, reference, language, zone: vacancy.deadlineZone });
    const fileName = `decision-${number}-${language}.pdf`;
    return sendAttachment(reply.header('cache-control', 'no-store'), {
      fileName,
      mediaType: 'application/pdf',
      content,
    });
  });
}
