/** Where somebody follows an appointment of theirs, without the language; `number` is that of the application. */
export const myAppointmentAddress = (number: string): string =>
  `/my/applications/${encodeURIComponent(number)}/appointment`;

/** Where a file for a condition is sent. */
export const itemAddress = (
  number: string,
  reference: string,
  { condition, item }: { condition: string; item: string },
) => `${myAppointmentAddress(number)}/${reference}/conditions/${condition}/${item}`;

/** Names the upload of one thing that is asked for: no two of a page have the same. */
export const fileFieldOf = (reference: string, { condition, item }: { condition: string; item: string }): string =>
  `file-${reference}-${condition}-${item}`;
