/** A text within an element or an attribute of XML: no markup, and none of the characters that XML has no way to write. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are the ones that XML 1.0 refuses
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

/** An element with a text, or with elements that are written already. */
export const element = (name: string, content: string): string => `<${name}>${content}</${name.split(' ')[0]}>\n`;
