import type { FastifyInstance } from 'fastify';
import type { Context } from '../people/context.ts';
import { page, pageContext } from '../people/page.ts';
import type { Language } from '../platform/language.ts';
import type { Organisation } from '../regulations/organisation/organisation.ts';
import { RuleLink } from '../regulations/rule-link.tsx';
import { PublicLayout } from '../site/layout.tsx';
import { INFORMATION_PAGES, INFORMATION_TEXTS } from './information-texts.ts';

/** The pages at the foot of every page: what we promise about access and about data. */
export function informationRoutes(web: FastifyInstance, context: Context): void {
  for (const name of INFORMATION_PAGES) {
    web.get(`/${name}`, async (request, reply) => {
      const { title, paragraphs } = INFORMATION_TEXTS[request.language][name];
      return page(
        reply,
        <PublicLayout page={pageContext(request, context)} title={title}>
          <h1>{title}</h1>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {name === 'accessibility' && (
            <OnAccommodation organisation={context.organisation} language={request.language} />
          )}
        </PublicLayout>,
      );
    });
  }
}

/** What the organisation itself says of accommodation (A9). */
function OnAccommodation({ organisation, language }: { organisation: Organisation; language: Language }) {
  return (
    <>
      {organisation.standardParagraphs
        .filter(({ rule }) => rule === 'A9')
        .map(({ code, text, rule, source }) => (
          <p key={code}>
            {text[language]} <RuleLink rule={rule} language={language} /> · {source[language]}
          </p>
        ))}
    </>
  );
}
