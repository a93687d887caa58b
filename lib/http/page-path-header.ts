/** The request header in which proxy.ts tells a page its own path and query, so that signing in leads back to it. */
export const PAGE_PATH_HEADER = 'x-page-path';
