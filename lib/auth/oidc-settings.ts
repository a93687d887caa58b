import { AppError } from '@/lib/core/errors';

/** How this instance signs members in through an OpenID Connect provider. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** what the button says */
  readonly name: string;
}

/** OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and OIDC_NAME; null where none is set, INVALID_INPUT where one is missing. */
export function oidcSettings(environment: Readonly<Record<string, string | undefined>> = process.env): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = environment;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    throw new AppError('INVALID_INPUT', 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three, or none.');
  }
  if (!URL.canParse(issuer)) throw new AppError('INVALID_INPUT', `OIDC_ISSUER must be an address, not “${issuer}”.`);
  return { issuer: issuer.replace(/\/$/, ''), clientId, clientSecret, name: name || 'your organisation' };
}
