import { entryTold } from '../../people/profile/entry-words.ts';
import type { Organisation } from '../../regulations/organisation/organisation.ts';
import { errorOf, TextArea } from '../../site/forms.tsx';
import { StepFormPage, type StepFormProps } from '../conditions/step-form.tsx';
import { verificationAddress } from './verification-address.ts';
import type { TakenItem } from './verification-queries.ts';
import { VERIFICATION_TEXTS } from './verification-texts.ts';
import { MAX_WORDS, needsWords, type VerificationAction } from './verification.ts';

type VerifyingProps = StepFormProps & { organisation: Organisation; item: TakenItem; action: VerificationAction };

/** One step on one study or one post. */
export function VerifyingPage(props: VerifyingProps) {
  const { page, chosen, organisation, item, action, typed, errors } = props;
  const { language } = page;
  const t = VERIFICATION_TEXTS[language];
  const of = entryTold(item.part, item.entry, { rules: organisation, language });
  return (
    <StepFormPage
      {...props}
      step={{ action: t.actions[action], of, notes: [t.notes[action]] }}
      address={`${verificationAddress(chosen, item)}/${action}`}
      dayLabel={t.dayOf[action]}
    >
      <TextArea
        name="words"
        label={t.words[action]}
        optional={!needsWords(action)}
        value={typed['words']}
        rows={4}
        maxCharacters={MAX_WORDS}
        error={errorOf(errors, 'words')}
      />
    </StepFormPage>
  );
}
