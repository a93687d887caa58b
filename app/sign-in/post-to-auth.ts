/** Where next-auth sends the browser next: the page asked for, or back here with `error`. */
export interface AuthAnswer {
  readonly url: string;
  /** the word of `SignInProblem`; null where it went well */
  readonly problem: string | null;
}

/** Posts to one of next-auth's endpoints as its own forms do, with its CSRF token. Throws where the server cannot be reached. */
export async function postToAuth(path: `/api/auth/${string}`, fields: Readonly<Record<string, string>>): Promise<AuthAnswer> {
  const csrf = await fetch('/api/auth/csrf', { credentials: 'same-origin' });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const response = await fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
  const answer = (await response.json()) as { url?: string };
  if (!answer.url) return { url: '/sign-in', problem: 'failed' };
  const url = new URL(answer.url, window.location.href);
  return { url: url.href, problem: url.searchParams.get('error') ?? (response.ok ? null : 'failed') };
}

/** Signs in with a password and gives the problem's word, or null where it went well. */
export async function postPassword(email: string, password: string): Promise<string | null> {
  return (await postToAuth('/api/auth/callback/credentials', { email, password, callbackUrl: '/' })).problem;
}
