import type { OAuthConfig } from 'next-auth/providers/oauth';
import { z } from 'zod';
import type { OidcSettings } from './oidc-settings';

/** What we read of an ID token. */
export const oidcProfile = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});
export type OidcProfile = z.output<typeof oidcProfile>;

/** The OpenID Connect provider for next-auth: discovery, code flow, with PKCE, state and nonce. */
export function oidcProvider({ issuer, clientId, clientSecret, name }: OidcSettings): OAuthConfig<OidcProfile> {
  return {
    id: 'oidc',
    name,
    type: 'oauth',
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    issuer,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    clientId,
    clientSecret,
    profile: (profile) => ({ id: profile.sub }),
  };
}
