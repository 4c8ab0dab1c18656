import { NATO_IS, TWO_READERS } from './journey-organisations.ts';
import { walksTheJourney } from './journey-testing.ts';

// Both readers by `npm run journeys`; of the other organisation, CI has the other one.
walksTheJourney(NATO_IS, process.env['JOURNEYS'] === 'all' ? TWO_READERS : TWO_READERS.slice(1));
