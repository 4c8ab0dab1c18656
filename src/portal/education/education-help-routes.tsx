import type { FastifyInstance } from 'fastify';
import type { Context } from '../../people/context.ts';
import { pageContext } from '../../people/page.ts';
import { isCountryCode } from '../../regulations/organisation/countries.ts';
import { sendPublicPage } from '../public-page-routes.ts';
import { standsUntil } from '../stands-until.ts';
import { EducationHelpPage } from './education-help-page.tsx';

/** Help to choose the kind of a degree, of every country or of the one in the address; open to everybody. */
export function educationHelpRoutes(web: FastifyInstance, context: Context): void {
  web.get<{ Querystring: { country?: unknown } }>('/help/education', (request, reply) => {
    const { country } = request.query;
    const asked = typeof country === 'string' && isCountryCode(country) ? country : '';
    return sendPublicPage({ request, reply, context }, async (now) => ({
      content: (
        <EducationHelpPage
          page={pageContext(request, context)}
          organisation={context.organisation}
          country={asked}
          on={now.toISOString().slice(0, 10)}
        />
      ),
      until: standsUntil(now, []),
    }));
  });
}
