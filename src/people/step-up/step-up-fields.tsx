import { errorOf, Radios, TextField, type FieldError } from '../../site/forms.tsx';
import type { PageContext } from '../../site/page-context.ts';
import { MY_ACCOUNT_TEXTS } from '../my-account-texts.ts';
import { STEP_UP_TEXTS } from './step-up-texts.ts';
import type { Offered } from './step-up.ts';

type Props = {
  page: Pick<PageContext, 'language'>;
  offered: Offered;
  errors: FieldError[];
  /** What the password is called, and why it is asked for. */
  label?: string;
  hint?: string;
};

/** How somebody shows once more who they are: what works for their account, and nothing else. */
export function StepUpFields({ page: { language }, offered, errors, label, hint }: Props) {
  const t = STEP_UP_TEXTS[language];
  const { password, code, passkey, provider } = offered;
  const several = passkey || provider !== undefined;
  const options = [
    ...(password ? [{ value: 'password', text: code ? t.byPasswordAndCode : t.byPassword }] : []),
    ...(passkey ? [{ value: 'passkey', text: t.byPasskey, hint: t.passkeyHint }] : []),
    ...(provider === undefined ? [] : [{ value: 'provider', text: t.byProvider(provider), hint: t.providerHint }]),
  ];
  return (
    <>
      {several && (
        <Radios
          name="step-up"
          label={t.how}
          hint={t.howHint}
          options={options}
          value={options.length === 1 ? options[0]?.value : undefined}
          error={errorOf(errors, 'step-up')}
        />
      )}
      {password ? (
        <TextField
          name="currentPassword"
          type="password"
          label={label ?? MY_ACCOUNT_TEXTS[language].current}
          hint={hint}
          autocomplete="current-password"
          width="medium"
          error={errorOf(errors, 'currentPassword')}
          optional={several}
        />
      ) : (
        <p>
          {t.noPassword} <a href={`/${language}/password/forgotten`}>{t.setPassword}</a>
        </p>
      )}
      {password && code && (
        <TextField
          name="currentCode"
          label={t.code}
          hint={t.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
          width="short"
          error={errorOf(errors, 'currentCode')}
          optional={several}
        />
      )}
    </>
  );
}
