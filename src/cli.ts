import { CLI_HELP, runCommand } from './cli-commands.ts';

const [command = '', ...rest] = process.argv.slice(2);
if (command === '' || command === '--help' || command === '-h') {
  process.stdout.write(CLI_HELP);
  process.exitCode = command === '' ? 2 : 0;
} else {
  process.exitCode = await runCommand(command, rest, process.env);
}
