import type { FastifyInstance } from 'fastify';
import { applicationRoutes } from './applications/application-routes.tsx';
import { documentRoutes } from './applications/document-routes.tsx';
import { keptDocumentRoutes } from './applications/kept-document-routes.tsx';
import { profileOfferRoutes } from './applications/profile-offer-routes.ts';
import { eligibilityRoutes } from './applications/eligibility-routes.tsx';
import { staffApplicationRoutes } from './applications/staff-routes.tsx';
import { submissionRoutes } from './applications/submission-routes.tsx';
import { contractPlannerRoutes } from './appointment/contract-planner-routes.tsx';
import { accountRoutes } from './people/account-routes.tsx';
import type { Context } from './people/context.ts';
import { myAccountRoutes } from './people/my-account-routes.tsx';
import { importRoutesOfProfile } from './people/profile/importing/import-routes.tsx';
import { profileRoutes } from './people/profile/profile-routes.tsx';
import { passwordRoutes } from './people/password-routes.tsx';
import { signInRoutes } from './people/sign-in-routes.tsx';
import { entranceRoutes } from './portal/entrance-routes.ts';
import { informationRoutes } from './portal/information-routes.tsx';
import { outboxRoutes } from './portal/outbox-routes.tsx';
import { publicNoticeFileRoutes } from './portal/notice-file-routes.ts';
import { portalRoutes } from './portal/portal-routes.tsx';
import { rulebookRoutes } from './portal/rulebook/rulebook-routes.tsx';
import { approvalRoutes } from './vacancies/approval/approval-routes.tsx';
import { beginRoutes } from './vacancies/editing/begin-routes.tsx';
import { editRoutes } from './vacancies/editing/edit-routes.tsx';
import { importRoutes } from './vacancies/importing/import-routes.tsx';
import { noticeVersionRoutes } from './vacancies/versions/notice-version-routes.tsx';
import { translationRoutes } from './vacancies/translation/translation-routes.tsx';
import { noticeFileRoutes } from './vacancies/notice-file-routes.ts';
import { rulePageRoutes } from './vacancies/review/rule-page-routes.tsx';
import { openingRoutes } from './vacancies/publication/opening-routes.tsx';
import { vacancyRoutes } from './vacancies/vacancy-routes.tsx';
import { xliffRoutes } from './vacancies/translation/xliff-routes.tsx';

type Routes = (web: FastifyInstance, context: Context) => void;

/** Routes that exist once, whatever the language. */
export const SINGLE_ROUTES: Routes[] = [entranceRoutes, outboxRoutes];

/** Routes that exist once per language, under `/en`, `/fr`, … */
export const ROUTES: Routes[] = [
  // The life of a vacancy, in order, after the people in it.
  accountRoutes,
  signInRoutes,
  passwordRoutes,
  myAccountRoutes,
  profileRoutes,
  importRoutesOfProfile,
  vacancyRoutes,
  noticeFileRoutes,
  rulePageRoutes,
  beginRoutes,
  approvalRoutes,
  openingRoutes,
  importRoutes,
  editRoutes,
  translationRoutes,
  xliffRoutes,
  noticeVersionRoutes,
  portalRoutes,
  publicNoticeFileRoutes,
  rulebookRoutes,
  informationRoutes,
  eligibilityRoutes,
  applicationRoutes,
  profileOfferRoutes,
  keptDocumentRoutes,
  documentRoutes,
  submissionRoutes,
  staffApplicationRoutes,
  contractPlannerRoutes,
];
