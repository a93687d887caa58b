/** Ends this session on the server and goes to the sign-in page; nothing of the signed-in pages stays in the tab. */
export async function signOut(): Promise<void> {
  const answer = await fetch('/api/auth/csrf', { credentials: 'same-origin' });
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  await fetch('/api/auth/signout', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, callbackUrl: '/sign-in', json: 'true' }),
  });
  window.location.assign('/sign-in');
}
