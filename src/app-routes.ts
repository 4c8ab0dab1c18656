import type { FastifyInstance } from 'fastify';
import { accountRoutes } from './people/account-routes.tsx';
import type { Context } from './people/context.ts';
import { myAccountRoutes } from './people/my-account-routes.tsx';
import { passwordRoutes } from './people/password-routes.tsx';
import { signInRoutes } from './people/sign-in-routes.tsx';
import { entranceRoutes } from './portal/entrance-routes.ts';
import { portalRoutes } from './portal/portal-routes.tsx';

type Routes = (web: FastifyInstance, context: Context) => void;

/** Routes that exist once, whatever the language. */
export const SINGLE_ROUTES: Routes[] = [entranceRoutes];

/** Routes that exist once per language, under `/en`, `/fr`, … */
export const ROUTES: Routes[] = [
  // The life of a vacancy, in order, after the people in it.
  accountRoutes,
  signInRoutes,
  passwordRoutes,
  myAccountRoutes,
  portalRoutes,
];
