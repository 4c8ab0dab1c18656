import { accommodationTasks } from './applications/accommodation/accommodation-tasks.ts';
import { contractTasks } from './appointment/calendar/contract-tasks.ts';
import { candidateTasks } from './appointment/candidate/candidate-tasks.ts';
import { handOverTasks } from './appointment/hand-over/hand-over-tasks.ts';
import { offerTasks } from './appointment/offer/offer-tasks.ts';
import { conditionTasks } from './appointment/conditions/condition-tasks.ts';
import { equalityTasks } from './applications/equality/equality-tasks.ts';
import { discardTasks } from './applications/discarding/discard-tasks.ts';
import { documentTasks } from './applications/documents/document-tasks.ts';
import { extensionTasks } from './applications/news/extension-tasks.ts';
import { newsTasks } from './applications/news/news-tasks.ts';
import { receiptLogTasks } from './applications/receipt-log/receipt-log-tasks.ts';
import { integrityTasks } from './integrity/integrity-tasks.ts';
import { eventHeadTasks } from './people/event-chain/event-head-tasks.ts';
import type { Context } from './people/context.ts';
import type { Task } from './platform/tasks.ts';
import { alertTasks } from './portal/follow/alert-tasks.ts';
import { retentionTasks } from './portal/my-data/retention-tasks.ts';
import { noticeFaultTasks } from './reports/figures/notice-faults/notice-fault-tasks.ts';
import { screeningTasks } from './screening/due/due-tasks.ts';
import { invitationTasks } from './selection/invitations/invitation-tasks.ts';
import { referenceTasks } from './selection/references/reference-tasks.ts';
import { writtenTestTasks } from './selection/written-test/written-test-tasks.ts';
import { vacancyTasks } from './vacancies/publication/vacancy-tasks.ts';
import { searchTasks } from './vacancies/search/search-tasks.ts';

/** What is done without anybody asking; several servers may do it side by side. */
export const appTasks = (context: Context): Task[] => [
  ...vacancyTasks(context),
  ...searchTasks(context),
  ...extensionTasks(context),
  ...newsTasks(context),
  ...documentTasks(context),
  ...discardTasks(context),
  ...receiptLogTasks(context),
  ...eventHeadTasks(context),
  ...accommodationTasks(context),
  ...equalityTasks(context),
  ...screeningTasks(context),
  ...integrityTasks(context),
  ...invitationTasks(context),
  ...referenceTasks(context),
  ...writtenTestTasks(context),
  ...conditionTasks(context),
  ...candidateTasks(context),
  ...offerTasks(context),
  ...contractTasks(context),
  ...handOverTasks(context),
  ...alertTasks(context),
  ...retentionTasks(context),
  ...noticeFaultTasks(context),
];
