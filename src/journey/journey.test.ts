import { NORTHERN_RIVERS, OTHER_TWO_READERS } from './journey-organisations.ts';
import { walksTheJourney } from './journey-testing.ts';

walksTheJourney(NORTHERN_RIVERS, OTHER_TWO_READERS);
