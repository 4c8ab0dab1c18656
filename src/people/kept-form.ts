import { localAddress } from './local-address.ts';

/** A form that was sent when its session had ended: where it was going, and all that it held. */
export type KeptForm = { address: string; fields: Field[] };
type Field = [name: string, value: string];

const PREFIX = 'kept.';
const MARK = 'continue';

/** A form as it was sent. One with a password isn't kept: it would stand in the page for the next person to read. */
export function keepForm(address: string, body: unknown): KeptForm | undefined {
  const fields = fieldsOf(body);
  return fields.some(([name]) => /password/i.test(name)) ? undefined : { address, fields };
}

/** The hidden fields that carry a kept form, or only where to go, through the sign-in page. */
export const carried = (kept: KeptForm | undefined, back: string | undefined): Field[] => {
  if (kept)
    return [
      ['back', kept.address],
      [MARK, 'post'],
      ...kept.fields.map(([name, value]): Field => [PREFIX + name, value]),
    ];
  return back === undefined ? [] : [['back', back]];
};

/** What `carried` put in a form: where to go, and with what. An address elsewhere is dropped. */
export function readCarried(body: unknown): { back: string | undefined; kept: KeptForm | undefined } {
  const fields = fieldsOf(body);
  const valueOf = (name: string) => fields.find(([other]) => other === name)?.[1];
  const back = localAddress(valueOf('back'));
  if (back === undefined || valueOf(MARK) !== 'post') return { back, kept: undefined };
  const keptFields = fields
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, value]): Field => [name.slice(PREFIX.length), value]);
  return { back, kept: { address: back, fields: keptFields } };
}

/** The fields of a form as `parseForm` reads it, a list as several of one name. */
function fieldsOf(body: unknown): Field[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().flatMap((one): Field[] => (typeof one === 'string' ? [[name, one]] : [])),
  );
}
