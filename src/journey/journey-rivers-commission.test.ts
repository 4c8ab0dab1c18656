import { RIVERS_COMMISSION, TWO_READERS } from './journey-organisations.ts';
import { walksTheJourney } from './journey-testing.ts';

walksTheJourney(RIVERS_COMMISSION, TWO_READERS);
