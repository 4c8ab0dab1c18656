/**
 * Compiles Typst documents to PDF/UA-1 in a process of its own, since what the compiler has used it does not give back. Told
 * what to do by messages of its parent, one at a time.
 */
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { dirname } from 'node:path';

/** `input` is JSON, found by the template under `sys.inputs.document`; the file is dated at `madeAt`, in seconds. */
export type TypstJob = { id: number; template: string; fonts: string[]; input: string; madeAt: number };
export type TypstAnswer = { id: number; pdf: Uint8Array } | { id: number; problem: string };

const compilers = new Map<string, NodeCompiler>();

function compilerFor({ template, fonts }: TypstJob): NodeCompiler {
  const key = [template, ...fonts].join('\n');
  const made =
    compilers.get(key) ?? NodeCompiler.create({ workspace: dirname(template), fontArgs: [{ fontPaths: fonts }] });
  compilers.set(key, made);
  return made;
}

function compile(job: TypstJob): TypstAnswer {
  const { id, template, input, madeAt } = job;
  const compiler = compilerFor(job);
  try {
    const compiled = compiler.compile({ mainFilePath: template, inputs: { document: input } });
    const document = compiled.result;
    if (!document) return { id, problem: messageOf(compiled.takeError()) };
    return { id, pdf: compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp: madeAt }) };
  } catch (error) {
    return { id, problem: plainMessage(error instanceof Error ? error.message : String(error)) };
  } finally {
    compiler.evictCache(0);
  }
}

/** Faults of the export come as the compiler prints them for its makers: `[SourceDiagnostic { …, message: "…", … }]`. */
function plainMessage(printed: string): string {
  const quoted = [...printed.matchAll(/message: "((?:\\.|[^"\\])*)"/g)].map(([, message = '']) => message);
  return quoted.length === 0 ? printed : quoted.join('; ').replaceAll('\\"', '"').replaceAll('`', '');
}

const messageOf = (error: NodeError | null): string =>
  (error?.shortDiagnostics as { message?: string }[] | undefined)?.map(({ message }) => message).join('; ') ||
  'unknown fault';

process.on('message', (job: TypstJob) => void process.send?.(compile(job)));
