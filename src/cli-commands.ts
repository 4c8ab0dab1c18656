import { fileURLToPath } from 'node:url';
import type { Installation } from './installation.ts';
import { progressBar, type CommandContext } from './platform/command.ts';

/** The checkout: the compiled file stands in `dist/`, its source in `src/`. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));

export const CLI_HELP = `usage: concours COMMAND [ARGUMENT …]

  serve         serve the portal and the staff pages until SIGTERM
  migrate       bring the database up to date
  read          read notices and print what was read
  lint          say what is wrong in notices: languages against each other, completeness, wording
  render        make a file of a notice: HTML, PDF, DOCX, text, JSON
  import        read notices into the database as draft vacancies
  xliff         exchange a notice's texts with outside translators, as XLIFF 2
  verify-receipt  check the file of a receipt, without the network
  export-record  write the record of a competition as one signed ZIP
  verify-record  check the record of a competition, without its database
  receipt-log   compare the log of receipts with what was published; change its key
  events        print who did what, when; verify that nothing of it was altered or removed
  account       make an account for a member of staff
  accommodation  seal health data and files for an appointment with a new key
  retention     delete what is kept no longer, or say what would be
  organisation  check an organisation's folder
  explain       say what the regulations decide in a case, and by which rule

concours COMMAND --help tells more. Exit status: 0 done, 1 something was refused or failed, 2 wrong usage.
`;

export const SERVE_HELP = `usage: concours serve

Serves until SIGTERM or SIGINT, which let the requests in flight finish. An empty development database gets the demonstration.
Settings come from the environment:
  ORGANISATION     folder in organisations/ (northern-rivers)
  MODE             development or production (development)
  HOST, PORT       where to listen (127.0.0.1, 8080)
  PUBLIC_URL       where people reach it (http://localhost:PORT); https in production
  DATABASE_URL     a PostgreSQL server; without it, an embedded one in DATA_DIR
  DATA_DIR         what this installation keeps (./data)
  SECRET           key of hashes, at least 32 characters; kept in DATA_DIR where not given
  ACCOMMODATION_KEY  what health data and files for an appointment are encrypted with (base64 of 32 bytes); kept in
                   DATA_DIR where not given
  EQUALITY_KEY     what slips of equal access are encrypted with, until they are counted; kept in DATA_DIR where not given
  SMTP_URL         the mail server; without it, mails are written to DATA_DIR/outbox
  MAIL_FROM        sender of mails
  OIDC_CLIENT_SECRET  what proves us to the organisation's provider of sign-in, where it has one
  CLAMD            the scanner of what is uploaded: host:port of a clamd, the path of its socket, or off for none
  TRUSTED_PROXIES  addresses whose X-Forwarded-For is believed
  INNER_HOSTS      hosts of a private network to which appointments may be handed over (none; see docs/hand-over.md)
  INCIDENT_HOURS, INCIDENT_MINUTES  out of reach for longer than so many minutes in so many hours before a deadline is
                   shown to the recruiters, who may extend it (24, 10)
  LOG_LEVEL        silent, error, warn, info, debug (info in production, else warn)
Exit status: 0 stopped as asked, 1 could not start, 2 wrong usage.
`;

const MIGRATE_HELP = `usage: concours migrate

Applies the migrations that the database lacks, and prints which. Several may run at once. Exit status: 0 up to date,
1 failed (the database is as it was before the failing file), 2 wrong usage.
`;

type Command = {
  /** Of the command, or of what its first argument names. */
  help: string | ((topic?: string) => string);
  run: (args: string[], context: CommandContext) => Promise<number>;
};

/** Each loads only what it needs, so that reading a notice does not wait for the web server's code. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  serve: async () => ({
    help: SERVE_HELP,
    run: async (args, { environment, warn }) => {
      if (args.length > 0) return wrongUsage(warn, SERVE_HELP);
      const { serve } = await import('./main.ts');
      await serve(environment, ROOT);
      return 0;
    },
  }),
  migrate: async () => ({
    help: MIGRATE_HELP,
    run: async (args, context) => {
      if (args.length > 0) return wrongUsage(context.warn, MIGRATE_HELP);
      return withInstallation(context, async ({ applied }) => {
        for (const name of applied) context.print(`${name}: applied`);
        if (applied.length === 0) context.print('the database is up to date');
        return 0;
      });
    },
  }),
  read: async () => {
    const { READ_HELP, readNotices } = await import('./notices/notice-commands.ts');
    return { help: READ_HELP, run: (args, context) => readNotices(args, context, ROOT) };
  },
  lint: async () => {
    const { LINT_HELP, lintNotices } = await import('./notices/lint/lint-commands.ts');
    return { help: LINT_HELP, run: (args, context) => lintNotices(args, context, ROOT) };
  },
  render: async () => {
    const { RENDER_HELP, renderCommand } = await import('./notices/render/render-commands.ts');
    return { help: RENDER_HELP, run: (args, context) => renderCommand(args, context, ROOT) };
  },
  import: async () => {
    const { IMPORT_HELP, importNotices } = await import('./vacancies/importing/import-commands.ts');
    return {
      help: IMPORT_HELP,
      run: (args, context) =>
        withInstallation(context, (installation) => importNotices(args, context, installation.context)),
    };
  },
  organisation: async () => {
    const { ORGANISATION_HELP, checkOrganisation } = await import('./notices/organisation-commands.ts');
    return { help: ORGANISATION_HELP, run: async (args, context) => checkOrganisation(args, context) };
  },
  explain: async () => {
    const { explain, explainHelp } = await import('./regulations/explain/explain-commands.ts');
    return { help: explainHelp, run: async (args, context) => explain(args, context, ROOT) };
  },
  account: async () => {
    const { ACCOUNT_HELP, grantAccount } = await import('./people/account-commands.ts');
    return {
      help: ACCOUNT_HELP,
      run: (args, context) =>
        withInstallation(context, (installation) => grantAccount(args, context, installation.context)),
    };
  },
  accommodation: async () => {
    const { ACCOMMODATION_HELP, resealAccommodation } =
      await import('./applications/accommodation/accommodation-commands.ts');
    const { resealDocuments } = await import('./appointment/candidate/condition-document-queries.ts');
    const { resealHandOvers } = await import('./appointment/hand-over/retention-queries.ts');
    return {
      help: ACCOMMODATION_HELP,
      run: (args, context) =>
        withInstallation(context, (installation) =>
          resealAccommodation(args, context, {
            ...installation.context,
            resealFiles: async (db, keys) => (await resealDocuments(db, keys)) + (await resealHandOvers(db, keys)),
          }),
        ),
    };
  },
  retention: async () => {
    const { RETENTION_HELP, retentionCommand } = await import('./portal/my-data/retention-commands.ts');
    return {
      help: RETENTION_HELP,
      run: (args, context) =>
        withInstallation(context, (installation) => retentionCommand(args, context, installation.context)),
    };
  },
  xliff: async () => {
    const { exchangeXliff, XLIFF_HELP } = await import('./vacancies/translation/xliff-commands.ts');
    return {
      help: XLIFF_HELP,
      run: (args, context) =>
        withInstallation(context, (installation) => exchangeXliff(args, context, installation.context)),
    };
  },
  'verify-receipt': async () => {
    const { VERIFY_HELP, verifyReceipt } = await import('./applications/receipt-log/receipt-log-commands.ts');
    return { help: VERIFY_HELP, run: (args, context) => verifyReceipt(args, context) };
  },
  'export-record': async () => {
    const { EXPORT_RECORD_HELP, exportRecord } = await import('./reports/record/making/export-commands.ts');
    return {
      help: EXPORT_RECORD_HELP,
      run: (args, context) =>
        withInstallation(context, (installation) => exportRecord(args, context, installation.context)),
    };
  },
  'verify-record': async () => {
    const { VERIFY_RECORD_HELP, verifyRecordFile } = await import('./reports/record/verifying/file-commands.ts');
    return { help: VERIFY_RECORD_HELP, run: (args, context) => verifyRecordFile(args, context) };
  },
  'receipt-log': async () => {
    const { RECEIPT_LOG_HELP, receiptLog } = await import('./applications/receipt-log/receipt-log-commands.ts');
    return {
      help: RECEIPT_LOG_HELP,
      run: (args, context) =>
        withInstallation(context, (installation) => receiptLog(args, context, installation.context)),
    };
  },
  events: async () => {
    const { EVENTS_HELP, events } = await import('./people/event-chain/event-commands.ts');
    const { auditRows } = await import('./reports/record/verifying/database-queries.ts');
    return {
      help: EVENTS_HELP,
      run: (args, context) =>
        withInstallation(context, ({ context: { db } }) => events(args, context, { db, auditRows })),
    };
  },
};

/** Runs one command and answers its exit status. A fault is told in one line; what went wrong inside is for `LOG_LEVEL=debug`. */
export async function runCommand(
  name: string,
  args: string[],
  environment: Record<string, string | undefined>,
): Promise<number> {
  const context: CommandContext = {
    print: (text) => void process.stdout.write(`${text}\n`),
    warn: (text) => void process.stderr.write(`${text}\n`),
    environment,
    ...(process.stderr.isTTY && { progress: showProgress }),
  };
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) return wrongUsage(context.warn, `concours: there is no command “${name}”\n${CLI_HELP}`);
  const command = await load();
  if (args.includes('--help') || args.includes('-h')) {
    const help = typeof command.help === 'string' ? command.help : command.help(args.find(isWord));
    context.print(help.trimEnd());
    return 0;
  }
  try {
    return await command.run(args, context);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const prefix = error.name === 'ConfigError' ? 'settings that cannot be used:\n' : '';
    context.warn(`concours: ${prefix}${environment['LOG_LEVEL'] === 'debug' ? error.stack : error.message}`);
    return 1;
  }
}

/** On the one line that the terminal keeps for it; the last call clears it. */
function showProgress(done: number, total: number, name: string): void {
  const bar = done < total ? progressBar({ done, total, name }, process.stderr.columns) : '';
  process.stderr.write(`\r\u001B[K${bar}`);
}

const isWord = (argument: string) => !argument.startsWith('-');

function wrongUsage(warn: (text: string) => void, help: string): number {
  warn(help.trimEnd());
  return 2;
}

async function withInstallation(
  { environment }: CommandContext,
  work: (installation: Installation) => Promise<number>,
): Promise<number> {
  const { configFrom, openInstallation } = await import('./installation.ts');
  const installation = await openInstallation(configFrom(environment), ROOT, () => undefined);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
