import type { FastifyInstance } from 'fastify';
import type { Context } from '../people/context.ts';
import { arrangingRoutes } from './arranging/arranging-routes.tsx';
import { bulkRoutes } from './bulk/bulk-routes.tsx';
import { dueRoutes } from './due/due-routes.tsx';
import { duplicateRoutes } from './duplicates/duplicate-routes.tsx';
import { screeningListRoutes } from './list/screening-list-routes.tsx';
import { settlementRoutes } from './settlement/settlement-routes.tsx';
import { sheetRoutes } from './sheet/sheet-routes.tsx';
import { transcriptionRoutes } from './transcribing/transcription-routes.tsx';
import { textRoutes } from './sheet/text-routes.tsx';

/** Everything of a screening, in its order. */
export function screeningRoutes(web: FastifyInstance, context: Context): void {
  dueRoutes(web, context);
  arrangingRoutes(web, context);
  screeningListRoutes(web, context);
  bulkRoutes(web, context);
  settlementRoutes(web, context);
  duplicateRoutes(web, context);
  transcriptionRoutes(web, context);
  sheetRoutes(web, context);
  textRoutes(web, context);
}
