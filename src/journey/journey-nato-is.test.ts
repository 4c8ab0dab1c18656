import { NATO_IS, TWO_READERS } from './journey-organisations.ts';
import { walksTheJourney } from './journey-testing.ts';

walksTheJourney(NATO_IS, TWO_READERS);
