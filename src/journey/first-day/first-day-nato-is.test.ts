import { walksToFirstDays } from './first-day-testing.ts';

walksToFirstDays({
  organisation: 'nato-is',
  series: '2608',
  staff: { language: 'fr', javaScript: false },
  candidates: { language: 'en', javaScript: true, width: 320 },
});
