import { RIVERS_COMMISSION, TWO_READERS } from './journey-organisations.ts';
import { walksTheJourney } from './journey-testing.ts';

// Both readers by `npm run journeys`; of the other organisation, CI has the other one.
walksTheJourney(RIVERS_COMMISSION, process.env['JOURNEYS'] === 'all' ? TWO_READERS : TWO_READERS.slice(0, 1));
