/** What the field of an e-mail address accepts (HTML Standard, “valid e-mail address”), with a dot in the domain. */
const MAILBOX = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
/** RFC 5321, 4.5.3.1.3, less the angle brackets. */
const MAX_ADDRESS = 254;

/** One address as we store and compare it, in lower case; undefined for anything else: a list, a name, a line break. */
export function readAddress(typed: string): string | undefined {
  const address = typed.replace(/^ +| +$/g, '').toLowerCase();
  const [mailbox = '', domain = '', ...more] = address.split('@');
  const valid = address.length <= MAX_ADDRESS && more.length === 0 && MAILBOX.test(mailbox) && DOMAIN.test(domain);
  return valid ? address : undefined;
}
