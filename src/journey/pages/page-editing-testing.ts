import { noticeText } from '../../vacancies/notice-text-testing.ts';
import type { Client, Form } from '../../testing.ts';

const REFERENCE = '260604';
const YEARS: Form = {
  'text.en': 'How many years have you worked at sea?',
  'text.fr': 'Combien d’années avez-vous travaillé en mer\u202F?',
  min: '0',
  max: '60',
  'knockOut.below': '5',
  'knockOut.rule': 'E6',
  'knockOut.source.en': 'Notice, section 2',
  'knockOut.source.fr': 'Avis, section 2',
};

/** A draft read from a text, with a question of its own, and a later text that is offered as a version. */
export async function makeEdited(recruiter: Client): Promise<void> {
  const address = '/en/staff/vacancies';
  const title = 'Senior Hydrologist';
  const posts: [string, Form][] = [
    [`${address}/import`, { text: noticeText({ reference: REFERENCE }) }],
    [`${address}/${REFERENCE}/questions/new?kind=number`, YEARS],
    [`${address}/import`, { text: noticeText({ reference: REFERENCE, title }) }],
  ];
  for (const [to, form] of posts) {
    const { status, text } = await recruiter.post(to, form);
    if (status >= 400) throw new Error(`${status} while a draft was made: ${text.slice(0, 2000)}`);
  }
}
