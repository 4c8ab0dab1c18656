// A program of its own: reads a zip on its standard input and prints what was found in it, as JSON. It is started with
// hard limits by `inspect-word.ts`, for one file, and holds nothing that a document could harm.
import { unpack } from './docx-package.ts';
import { readWordPackage } from './word-findings.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const unpacked = await unpack(Buffer.concat(chunks), { whole: true });
process.stdout.write(JSON.stringify(unpacked.ok ? readWordPackage(unpacked.value) : { kind: unpacked.refusal.kind }));
