import type { FastifyInstance } from 'fastify';
import { myAccommodationRoutes } from './applications/accommodation/my-accommodation-routes.tsx';
import { accommodationOfficerRoutes } from './applications/accommodation/officer-routes.tsx';
import { applicationRoutes } from './applications/application-routes.tsx';
import { discardRoutes } from './applications/discarding/discard-routes.tsx';
import { documentRoutes } from './applications/documents/document-routes.tsx';
import { equalityRoutes } from './applications/equality/equality-routes.tsx';
import { keepAlso, keptDocumentRoutes } from './applications/documents/kept-document-routes.tsx';
import { profileOfferRoutes } from './applications/career/profile-offer-routes.ts';
import { eligibilityRoutes } from './applications/eligibility/eligibility-routes.tsx';
import { eventHeadApiRoutes } from './people/event-chain/event-head-api-routes.ts';
import { receiptLogApiRoutes } from './applications/receipt-log/receipt-log-api-routes.ts';
import { receiptsRoutes } from './applications/receipt-log/receipts-routes.tsx';
import { staffApplicationRoutes } from './applications/staff/staff-routes.tsx';
import { myMessageRoutes } from './applications/messages/my-message-routes.tsx';
import { staffMessageRoutes } from './applications/messages/staff-message-routes.tsx';
import { staffStageRoutes } from './applications/stages/staff-stage-routes.tsx';
import { withdrawalRoutes } from './applications/withdrawal/withdrawal-routes.tsx';
import { submissionRoutes } from './applications/submission/submission-routes.tsx';
import type { FromScreening } from './competition/detection-queries.ts';
import { declarationRoutes } from './competition/declaration-routes.tsx';
import { competitionRoutes } from './competition/people-routes.tsx';
import { myInvitationRoutes } from './selection/invitations/my-invitation-routes.tsx';
import { staffAnswerRoutes } from './selection/invitations/staff-answer-routes.tsx';
import { staffInvitationRoutes } from './selection/invitations/staff-invitation-routes.tsx';
import { myReferenceRoutes } from './selection/references/my-reference-routes.tsx';
import { panelReferenceRoutes } from './selection/references/panel-reference-routes.tsx';
import { refereeRoutes } from './selection/references/referee-routes.tsx';
import { contractFeedRoutes } from './appointment/calendar/contract-feed-routes.tsx';
import { contractRoutes } from './appointment/calendar/contract-routes.tsx';
import { contractsRoutes } from './appointment/calendar/contracts-routes.tsx';
import { myContractRoutes } from './appointment/calendar/my-contract-routes.tsx';
import { myAppointmentRoutes } from './appointment/candidate/my-appointment-routes.tsx';
import { sentDocumentRoutes } from './appointment/candidate/sent-document-routes.ts';
import { appointmentsRoutes } from './appointment/conditions/appointments-routes.tsx';
import { appointingRoutes } from './appointment/appointing/appointing-routes.ts';
import { caseRoutes } from './appointment/conditions/case-routes.tsx';
import { stepRoutes } from './appointment/conditions/step-routes.tsx';
import { caseHandOverRoutes } from './appointment/hand-over/case-hand-over-routes.tsx';
import { endpointRoutes } from './appointment/hand-over/endpoint-routes.tsx';
import { queueRoutes } from './appointment/hand-over/queue-routes.tsx';
import { handOverSchemaRoute } from './appointment/hand-over/schema-route.ts';
import { myOfferRoutes } from './appointment/offer/my-offer-routes.tsx';
import { offerDraftRoutes } from './appointment/offer/offer-draft-routes.tsx';
import { offerRoutes } from './appointment/offer/offer-routes.tsx';
import { offerStepRoutes } from './appointment/offer/offer-step-routes.tsx';
import { verificationRoutes } from './appointment/verification/verification-routes.tsx';
import { contractPlannerRoutes } from './appointment/contract-planner-routes.tsx';
import { integrityCaseRoutes } from './integrity/case-routes.tsx';
import { linkToCase } from './integrity/integrity-hooks.ts';
import { myIntegrityRoutes } from './integrity/my-integrity-routes.tsx';
import { staffIntegrityRoutes } from './integrity/staff-integrity-routes.tsx';
import { accountRoutes } from './people/account-routes.tsx';
import type { Context } from './people/context.ts';
import { myAccountRoutes } from './people/my-account-routes.tsx';
import { importRoutesOfProfile } from './people/profile/importing/import-routes.tsx';
import { profileRoutes } from './people/profile/profile-routes.tsx';
import { passwordRoutes } from './people/password-routes.tsx';
import { addressRoutes } from './people/address/address-routes.tsx';
import { outsideAnswerRoute, outsideRoutes } from './people/outside/outside-routes.tsx';
import { passkeyRoutes } from './people/passkeys/passkey-routes.tsx';
import { factorResetRoutes } from './people/second-factor/factor-reset-routes.tsx';
import { secondStepRoutes } from './people/second-factor/second-step-routes.tsx';
import { stepUpRoutes } from './people/step-up/step-up-routes.tsx';
import { securityRoutes } from './people/second-factor/security-routes.tsx';
import { signInRoutes } from './people/sign-in-routes.tsx';
import { apiRoutes } from './portal/api/api-routes.ts';
import { developersRoutes } from './portal/api/developers-routes.tsx';
import { servingStaffRoutes } from './people/serving-staff/serving-staff-routes.tsx';
import { reportRoutes } from './selection/decision/report-routes.tsx';
import { languageTestRoutes } from './selection/language-tests/language-test-routes.tsx';
import { fromLevels } from './selection/language-tests/before-step-queries.ts';
import { meritRoutes } from './selection/merit/merit-routes.tsx';
import { planRoutes } from './selection/plan/plan-routes.tsx';
import { myLetterRoutes } from './selection/review/my-letter-routes.tsx';
import { myReviewRoutes } from './selection/review/my-review-routes.tsx';
import { reviewRoutes } from './selection/review/review-routes.tsx';
import { mySimilarPostsRoutes } from './selection/similar-posts/my-similar-posts-routes.tsx';
import { similarPostsRoutes } from './selection/similar-posts/similar-posts-routes.tsx';
import { myWrittenTestRoutes } from './selection/written-test/my-written-test-routes.tsx';
import { panelPaperRoutes } from './selection/written-test/panel-paper-routes.tsx';
import { testWindowRoutes } from './selection/written-test/test-window-routes.tsx';
import { writtenTestRoutes } from './selection/written-test/written-test-routes.tsx';
import { scoreRoutes } from './selection/scores/score-routes.tsx';
import { internalPortalRoutes } from './portal/internal/internal-portal-routes.tsx';
import { myDataRoutes } from './portal/my-data/my-data-routes.tsx';
import { entranceRoutes } from './portal/entrance-routes.ts';
import { educationHelpRoutes } from './portal/education/education-help-routes.tsx';
import { feedRoutes, searchEngineRoutes } from './portal/feeds/feed-routes.ts';
import { informationRoutes } from './portal/information-routes.tsx';
import { outboxRoutes } from './portal/outbox-routes.tsx';
import { publicNoticeFileRoutes } from './portal/notice-file-routes.ts';
import { portalRoutes } from './portal/portal-routes.tsx';
import { searchRoutes } from './portal/search/search-routes.tsx';
import { myFollowRoutes } from './portal/follow/my-follow-routes.tsx';
import { saveSearchRoutes } from './portal/follow/save-search-routes.tsx';
import { rulebookRoutes } from './portal/rulebook/rulebook-routes.tsx';
import { balanceRoutes } from './reports/balance/balance-routes.tsx';
import { figuresRoutes } from './reports/figures/figures-routes.tsx';
import { recordRoutes } from './reports/record/record-routes.tsx';
import { screenedBefore } from './screening/earlier-judgement-queries.ts';
import { isBlind } from './screening/screening-queries.ts';
import { screeningRoutes } from './screening/screening-routes.ts';
import { approvalRoutes } from './vacancies/approval/approval-routes.tsx';
import { beginRoutes } from './vacancies/editing/begin-routes.tsx';
import { editRoutes } from './vacancies/editing/edit-routes.tsx';
import { importRoutes } from './vacancies/importing/import-routes.tsx';
import { internalDatesRoutes } from './vacancies/internal-dates/internal-dates-routes.tsx';
import { incidentRoutes } from './vacancies/incidents/incident-routes.tsx';
import { noticeVersionRoutes } from './vacancies/versions/notice-version-routes.tsx';
import { translationRoutes } from './vacancies/translation/translation-routes.tsx';
import { noticeFileRoutes } from './vacancies/notice-file-routes.ts';
import { rulePageRoutes } from './vacancies/review/rule-page-routes.tsx';
import { openingRoutes } from './vacancies/publication/opening-routes.tsx';
import { questionRoutes } from './vacancies/questions/question-routes.tsx';
import { vacancyRoutes } from './vacancies/vacancy-routes.tsx';
import { xliffRoutes } from './vacancies/translation/xliff-routes.tsx';

type Routes = (web: FastifyInstance, context: Context) => void;

/** Routes that exist once, whatever the language. */
export const SINGLE_ROUTES: Routes[] = [
  entranceRoutes,
  outboxRoutes,
  apiRoutes,
  searchEngineRoutes,
  outsideAnswerRoute,
  receiptLogApiRoutes,
  eventHeadApiRoutes,
  handOverSchemaRoute,
];

/** What the screening of a competition tells those who look after its people. */
const fromScreening = ({ organisation }: Context): FromScreening => ({
  earlier: screenedBefore,
  isBlind: (db, reference, accountId) => isBlind(db, { reference, accountId }, organisation.selection),
});

/** Routes that exist once per language, under `/en`, `/fr`, … */
export const ROUTES: Routes[] = [
  // The life of a vacancy, in order, after the people in it.
  accountRoutes,
  signInRoutes,
  passwordRoutes,
  secondStepRoutes,
  passkeyRoutes,
  outsideRoutes,
  myAccountRoutes,
  securityRoutes,
  stepUpRoutes,
  addressRoutes,
  servingStaffRoutes,
  factorResetRoutes,
  profileRoutes,
  (web, context) => importRoutesOfProfile(web, context, keepAlso),
  vacancyRoutes,
  noticeFileRoutes,
  rulePageRoutes,
  beginRoutes,
  approvalRoutes,
  openingRoutes,
  internalDatesRoutes,
  incidentRoutes,
  importRoutes,
  editRoutes,
  questionRoutes,
  translationRoutes,
  xliffRoutes,
  noticeVersionRoutes,
  searchRoutes,
  saveSearchRoutes,
  myFollowRoutes,
  portalRoutes,
  feedRoutes,
  publicNoticeFileRoutes,
  rulebookRoutes,
  informationRoutes,
  educationHelpRoutes,
  developersRoutes,
  eligibilityRoutes,
  (web, context) => applicationRoutes(web, context, linkToCase),
  profileOfferRoutes,
  keptDocumentRoutes,
  documentRoutes,
  submissionRoutes,
  withdrawalRoutes,
  discardRoutes,
  myMessageRoutes,
  myAccommodationRoutes,
  equalityRoutes,
  receiptsRoutes,
  staffApplicationRoutes,
  (web, context) => staffStageRoutes(web, context, fromLevels(context)),
  staffMessageRoutes,
  accommodationOfficerRoutes,
  (web, context) => competitionRoutes(web, context, fromScreening(context)),
  (web, context) => declarationRoutes(web, context, fromScreening(context)),
  planRoutes,
  scoreRoutes,
  languageTestRoutes,
  meritRoutes,
  reportRoutes,
  myIntegrityRoutes,
  staffIntegrityRoutes,
  integrityCaseRoutes,
  screeningRoutes,
  myInvitationRoutes,
  staffInvitationRoutes,
  staffAnswerRoutes,
  myReferenceRoutes,
  refereeRoutes,
  panelReferenceRoutes,
  reviewRoutes,
  myReviewRoutes,
  myLetterRoutes,
  similarPostsRoutes,
  mySimilarPostsRoutes,
  writtenTestRoutes,
  testWindowRoutes,
  myWrittenTestRoutes,
  panelPaperRoutes,
  contractPlannerRoutes,
  appointmentsRoutes,
  caseRoutes,
  appointingRoutes,
  stepRoutes,
  verificationRoutes,
  sentDocumentRoutes,
  myAppointmentRoutes,
  offerRoutes,
  offerDraftRoutes,
  offerStepRoutes,
  contractsRoutes,
  contractRoutes,
  contractFeedRoutes,
  myOfferRoutes,
  myContractRoutes,
  caseHandOverRoutes,
  queueRoutes,
  endpointRoutes,
  myDataRoutes,
  internalPortalRoutes,
  recordRoutes,
  balanceRoutes,
  figuresRoutes,
];
