import { CLI_HELP, runCommand } from './cli-commands.ts';

// Whoever reads the output may stop before its end (`| head`): the command still ends as it would.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
});

const [command = '', ...rest] = process.argv.slice(2);
if (command === '' || command === '--help' || command === '-h') {
  process.stdout.write(CLI_HELP);
  process.exitCode = command === '' ? 2 : 0;
} else {
  process.exitCode = await runCommand(command, rest, process.env);
}
