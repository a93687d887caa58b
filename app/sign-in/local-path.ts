/** A path of this server to go on to after signing in; the start page for anything that would lead elsewhere. */
export function localPath(text: string | undefined): string {
  return text && /^\/(?![/\\])/.test(text) && !text.startsWith('/sign-in') && !text.startsWith('/api/') ? text : '/';
}
