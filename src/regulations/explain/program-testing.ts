import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../cli.ts', import.meta.url));

export interface ProgramRun {
  status: number | null;
  printed: string;
  warned: string;
}

/** Runs the command line as a person at a terminal does, in its own process, without a build. */
export function runProgram(...args: string[]): ProgramRun {
  return runProgramIn({}, ...args);
}

/** The same with settings in its environment, which is otherwise empty. */
export function runProgramIn(environment: Readonly<Record<string, string>>, ...args: string[]): ProgramRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    encoding: 'utf8',
    env: { ...environment },
  });
  return { status, printed: stdout, warned: stderr };
}
