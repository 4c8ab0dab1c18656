import { walksToFirstDays } from './first-day-testing.ts';

walksToFirstDays({
  organisation: 'northern-rivers',
  series: '2607',
  staff: { language: 'en', javaScript: true },
  candidates: { language: 'fr', javaScript: false, width: 320, dark: true },
});
