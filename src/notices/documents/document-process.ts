// A program of its own: reads a document on its standard input and prints the text made of it, or why not, as JSON. It is
// started with hard limits by `notice-text.ts`, for one file, and holds nothing that a document could harm.
import { readDocument } from './read-document.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const outcome = await readDocument(Buffer.concat(chunks));
process.stdout.write(JSON.stringify(outcome));
