import type { FastifyInstance } from 'fastify';
import type { Context } from './people/context.ts';
import { entranceRoutes } from './portal/entrance-routes.ts';

type Routes = (web: FastifyInstance, context: Context) => void;

/** Routes that exist once, whatever the language. */
export const SINGLE_ROUTES: Routes[] = [entranceRoutes];

/** Routes that exist once per language, under `/en`, `/fr`, … */
export const ROUTES: Routes[] = [];
