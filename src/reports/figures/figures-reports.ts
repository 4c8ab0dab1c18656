import { CONDITIONS_REPORT } from './conditions/conditions-report.ts';
import { CONTRACTS_REPORT } from './contracts/contracts-report.ts';
import { NATIONS_REPORT } from './nations/nations-report.ts';
import { NOTICE_FAULTS_REPORT } from './notice-faults/notice-faults-report.ts';
import type { Report } from './report.ts';
import { RESERVE_LISTS_REPORT } from './reserve-lists/reserve-lists-report.ts';
import { STATES_REPORT } from './states/states-report.ts';
import { STEPS_REPORT } from './steps/steps-report.ts';

/** Every report there is, in the order of the list: one more is a line here. */
export const REPORTS: readonly Report[] = [
  STEPS_REPORT,
  STATES_REPORT,
  NATIONS_REPORT,
  RESERVE_LISTS_REPORT,
  CONDITIONS_REPORT,
  CONTRACTS_REPORT,
  NOTICE_FAULTS_REPORT,
];
