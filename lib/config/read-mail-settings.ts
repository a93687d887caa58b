import { AppError } from '@/lib/core/errors';

/** How this instance sends e-mail. */
export interface MailSettings {
  /** SMTP_URL: smtp://user:password@host:port, or smtps:// for TLS from the first byte */
  readonly smtpUrl: string;
  /** MAIL_FROM: the address that e-mails come from, alone or as `Name <address>` */
  readonly from: { readonly name: string; readonly address: string };
}

const ADDRESS = /^[^\s<>@,;:"()[\]\\]+@[a-z0-9.-]+$/i;

/** Reads SMTP_URL and MAIL_FROM: both, or neither (then nothing is sent). INVALID_INPUT names the one that cannot be meant. */
export function readMailSettings(environment: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = environment;
  if (!smtpUrl && !from) return null;
  if (!smtpUrl || !from) throw new AppError('INVALID_INPUT', 'E-mail needs both SMTP_URL and MAIL_FROM; leave both unset to send none.');
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol) || new URL(smtpUrl).hostname === '')
    throw new AppError('INVALID_INPUT', 'SMTP_URL must begin with smtp:// or smtps:// and name a host.');
  const parts = /^(?:([^<>\r\n]*)<([^<>\r\n]+)>|([^<>\r\n]+))$/.exec(from.trim());
  const address = (parts?.[2] ?? parts?.[3] ?? '').trim();
  if (!ADDRESS.test(address)) throw new AppError('INVALID_INPUT', 'MAIL_FROM must be an address, alone or as: Name <address>.');
  return { smtpUrl, from: { name: (parts?.[1] ?? '').trim().replace(/^"|"$/g, '') || 'Marginalia', address } };
}
