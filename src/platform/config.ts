import { z } from 'zod';
import { ok, refuse, type Result } from './result.ts';

/** The fictional organisation of the demonstration: a folder in `organisations/`. */
export const DEFAULT_ORGANISATION = 'northern-rivers';

const SEALING_KEYS = z
  .string()
  .regex(/^[A-Za-z0-9+/]{43}=(\s*,\s*[A-Za-z0-9+/]{43}=)*$/, 'base64 of 32 bytes; the key in use first');

/** Every setting, with the words `concours serve --help` says about it. This file alone reads the environment. */
const SETTINGS = z.object({
  ORGANISATION: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'the name of a folder in organisations/')
    .default(DEFAULT_ORGANISATION),
  MODE: z.enum(['development', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'postgres://user:password@host:5432/database')
    .optional(),
  DATA_DIR: z.string().min(1).optional(),
  SECRET: z.string().min(32, 'at least 32 characters').optional(),
  ACCOMMODATION_KEY: SEALING_KEYS.optional(),
  EQUALITY_KEY: SEALING_KEYS.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'smtp://user:password@host:587')
    .optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  MAIL_FROM: z.email().default('no-reply@concours.example'),
  CLAMD: z
    .string()
    .regex(/^(?:off|\/.+|[^\s/]+:\d{1,5})$/, 'host:port of a clamd, the path of its socket, or off')
    .optional(),
  TRUSTED_PROXIES: z.string().optional(),
  INNER_HOSTS: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
  /** Out of reach for longer than so many minutes in so many hours before a deadline is told to HR. */
  INCIDENT_HOURS: z.coerce.number().int().min(1).max(168).default(24),
  INCIDENT_MINUTES: z.coerce.number().int().min(1).max(1_440).default(10),
});

/** The names of all settings. */
export const SETTING_NAMES = Object.keys(SETTINGS.shape);

type Settings = z.infer<typeof SETTINGS>;

export type Config = Omit<Settings, 'PUBLIC_URL' | 'TRUSTED_PROXIES' | 'INNER_HOSTS' | 'LOG_LEVEL'> & {
  /** Requests are logged in production; on a developer's screen they would hide what matters. */
  LOG_LEVEL: NonNullable<Settings['LOG_LEVEL']>;
  /** Where people reach us, without a final slash. */
  PUBLIC_URL: string;
  /** Addresses whose X-Forwarded-For is believed; empty: nobody's. */
  TRUSTED_PROXIES: string[];
  /** Hosts of a private network to which data may be handed over; empty: none, every receiver is on the open internet. */
  INNER_HOSTS: string[];
};

/** One setting that cannot be used. It never quotes the value, which may be a secret. */
export type ConfigProblem = { setting: string; message: string };

/** Reads the settings; all problems come at once. In production, secret and public address must be given. */
export function readConfig(environment: Record<string, string | undefined>): Result<Config, ConfigProblem[]> {
  const given = Object.fromEntries(SETTING_NAMES.flatMap((key) => (environment[key] ? [[key, environment[key]]] : [])));
  const parsed = SETTINGS.safeParse(given);
  const mode = given['MODE'];
  const problems: ConfigProblem[] = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ setting: String(path[0]), message })),
    ...missingInProduction(mode, given),
  ];
  if (!parsed.success || problems.length > 0) return refuse(problems);
  const { PUBLIC_URL, TRUSTED_PROXIES, INNER_HOSTS, LOG_LEVEL, ...rest } = parsed.data;
  return ok({
    ...rest,
    PUBLIC_URL: (PUBLIC_URL ?? `http://localhost:${rest.PORT}`).replace(/\/+$/, ''),
    LOG_LEVEL: LOG_LEVEL ?? (rest.MODE === 'production' ? 'info' : 'warn'),
    TRUSTED_PROXIES: wordsIn(TRUSTED_PROXIES),
    INNER_HOSTS: wordsIn(INNER_HOSTS).map((host) => host.toLowerCase()),
  });
}

const wordsIn = (text = ''): string[] => text.split(/[\s,]+/).filter(Boolean);

function missingInProduction(mode: unknown, given: Record<string, unknown>): ConfigProblem[] {
  if (mode !== 'production') return [];
  const needed = ['PUBLIC_URL', 'SECRET', 'SMTP_URL'] as const;
  return needed.flatMap((setting) =>
    given[setting] === undefined ? [{ setting, message: 'must be set in production' }] : [],
  );
}

const REDACTED = ['SECRET', 'OIDC_CLIENT_SECRET', 'ACCOMMODATION_KEY', 'EQUALITY_KEY'];

/** The settings as they may be shown: secrets redacted, passwords cut out of addresses. */
export function describeConfig(config: Config): string[] {
  return Object.entries(config).map(([key, value]) => {
    if (REDACTED.includes(key)) return `${key}=(set)`;
    return `${key}=${String(value).replace(/:\/\/[^@/]*@/, '://(redacted)@')}`;
  });
}
