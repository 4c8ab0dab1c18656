import { parseArgs } from 'node:util';
import type { CommandContext } from '../platform/command.ts';
import { isLanguage, LANGUAGES, type Language } from '../platform/language.ts';
import { createStaffAccount } from './account-queries.ts';
import { readName } from './account.ts';
import type { Context } from './context.ts';
import { readAddress } from './email-address.ts';
import { issueLink } from './one-time-link-queries.ts';
import { LINK_HOURS } from './one-time-link.ts';
import { isRole, ROLES, type Role } from './permissions.ts';
import { newSecret } from './session.ts';

export const ACCOUNT_HELP = `usage: concours account EMAIL --name NAME --role ROLE [--role ROLE …] [--language ${LANGUAGES.join('|')}]

Makes an account for a member of staff, or gives an account that is there exactly these roles, and prints a link by which
its holder chooses a password. Roles: ${ROLES.join(', ')}.
The link is good once, for ${LINK_HOURS['new-password']} hour; run the command again for another.
Exit status: 0 done, 2 wrong usage.
`;

type Wanted = { email: string; name: string; roles: Role[]; language: Language };

/** `concours account EMAIL …`: the way in for the first people of an installation. */
export async function grantAccount(
  args: string[],
  { print, warn }: CommandContext,
  { db, config, clock }: Pick<Context, 'db' | 'config' | 'clock'>,
): Promise<0 | 2> {
  const wanted = wantedOf(args);
  if (typeof wanted === 'string') {
    warn(`concours account: ${wanted}\n${ACCOUNT_HELP.trimEnd()}`);
    return 2;
  }
  const now = clock();
  // Nobody knows this password; the link replaces it.
  const accountId = await createStaffAccount(db, { ...wanted, password: newSecret() }, now);
  const token = await issueLink(db, { accountId, purpose: 'new-password' }, now);
  print(`${wanted.email}: ${wanted.roles.join(', ')}`);
  print(`${config.PUBLIC_URL}/${wanted.language}/password/new/${token}`);
  return 0;
}

/** What the arguments ask for, or what is wrong with them. */
function wantedOf(args: string[]): Wanted | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        language: { type: 'string', default: 'en' },
      },
    });
    const email = positionals.length === 1 ? readAddress(positionals[0] ?? '') : undefined;
    const name = readName(values.name ?? '');
    const roles = (values.role ?? []).filter(isRole);
    if (!email) return 'one e-mail address is needed';
    if (!name) return 'a name is needed';
    if (roles.length === 0 || roles.length !== values.role?.length) return `a role is one of ${ROLES.join(', ')}`;
    if (!isLanguage(values.language)) return `a language is one of ${LANGUAGES.join(', ')}`;
    return { email, name, roles, language: values.language };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
