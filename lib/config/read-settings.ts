import { resolve } from 'node:path';
import { AppError } from '@/lib/core/errors';
import { type MailSettings, readMailSettings } from './read-mail-settings';

export const SERVICES = ['web', 'collab', 'worker'] as const;
export type Service = (typeof SERVICES)[number];

/** What the environment says about how this instance runs; .env.example explains each variable. */
export interface Settings {
  /** MARGINALIA_DATA: database, secrets; absolute */
  readonly dataFolder: string;
  /** DATABASE_URL; null runs the embedded PostgreSQL of the data folder */
  readonly databaseUrl: string | null;
  /** REDIS_URL: through which several processes share their rooms; null where there is one process */
  readonly redisUrl: string | null;
  /** HOST: the address listened on; this machine alone unless said otherwise */
  readonly host: string;
  /** PORT; 0 takes any free one */
  readonly port: number;
  /** NEXTAUTH_URL: the address people use, where it is not the one listened on */
  readonly publicUrl: string | null;
  readonly services: ReadonlySet<Service>;
  /** TRUST_PROXY=yes: a reverse proxy stands before this server, and its X-Forwarded-* headers are believed */
  readonly trustProxy: boolean;
  /** SMTP_URL and MAIL_FROM; null sends no e-mail */
  readonly mail: MailSettings | null;
  /** LOG_LEVEL */
  readonly logLevel: string;
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Reads the settings; INVALID_INPUT names the variable that cannot be meant. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  return {
    dataFolder: resolve(environment.MARGINALIA_DATA || 'data'),
    databaseUrl: readDatabaseUrl(environment.DATABASE_URL),
    redisUrl: readRedisUrl(environment.REDIS_URL),
    host: environment.HOST || '127.0.0.1',
    port: readPort(environment.PORT),
    publicUrl: readPublicUrl(environment.NEXTAUTH_URL),
    services: readServices(environment.SERVICES),
    trustProxy: readYesNo('TRUST_PROXY', environment.TRUST_PROXY),
    mail: readMailSettings(environment),
    logLevel: readLogLevel(environment.LOG_LEVEL),
  };
}

function readDatabaseUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!/^postgres(ql)?:\/\//.test(text))
    throw new AppError('INVALID_INPUT', 'DATABASE_URL must begin with postgresql:// (or be unset for the built-in database).');
  return text;
}

function readRedisUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!/^rediss?:\/\//.test(text) || !URL.canParse(text))
    throw new AppError('INVALID_INPUT', 'REDIS_URL must be an address like redis://127.0.0.1:6379 (or be unset for a single process).');
  return text;
}

function readPort(text: string | undefined): number {
  if (!text) return 3000;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65535)
    throw new AppError('INVALID_INPUT', `PORT must be a number up to 65535, not "${text}".`);
  return Number(text);
}

function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new AppError('INVALID_INPUT', `NEXTAUTH_URL must be an http or https address, not "${text}".`);
  return text;
}

function readServices(text: string | undefined): ReadonlySet<Service> {
  if (!text) return new Set(SERVICES);
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !SERVICES.some((service) => service === name));
  if (unknown !== undefined) throw new AppError('INVALID_INPUT', `SERVICES may name ${SERVICES.join(', ')}, not "${unknown}".`);
  return new Set(SERVICES.filter((service) => names.includes(service)));
}

function readYesNo(name: string, text: string | undefined): boolean {
  if (!text || text === 'no') return false;
  if (text === 'yes') return true;
  throw new AppError('INVALID_INPUT', `${name} may be yes or no, not "${text}".`);
}

function readLogLevel(text: string | undefined): string {
  if (!text) return 'info';
  if (!LOG_LEVELS.includes(text)) throw new AppError('INVALID_INPUT', `LOG_LEVEL may be ${LOG_LEVELS.join(', ')}, not "${text}".`);
  return text;
}
