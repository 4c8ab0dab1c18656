// A program of its own: reads a file on its standard input and prints the text made of it, or the XML that a PDF carries,
// as JSON. It is started with hard limits by `import-file.ts`, for one file, and holds nothing that a file could harm.
import { readImportedFile } from './read-imported-file.ts';

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
process.stdout.write(JSON.stringify(await readImportedFile(Buffer.concat(chunks))));
