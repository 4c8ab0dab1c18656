// Reads one document after the other for `fuzz-documents.ts`, under the limits of the product, and tells what each came to.
import { readDocument } from '../notices/documents/read-document.ts';

process.on('message', (bytes: Uint8Array) => {
  void answer(bytes);
});

async function answer(bytes: Uint8Array): Promise<void> {
  const made = await readDocument(bytes);
  const outcome = made.ok ? { kind: 'read', text: made.value.text } : { kind: made.refusal.kind, text: '' };
  process.send?.({ ...outcome, peakKiB: process.resourceUsage().maxRSS });
}
