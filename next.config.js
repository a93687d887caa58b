/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // TypeScript 7 checks types in `npm run typecheck`; Next's own check needs the older compiler's API.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pg-boss',
    'pino',
    '@node-rs/argon2',
    'yjs',
    'y-protocols',
    '@tiptap/y-tiptap',
    '@hocuspocus/server',
    'docx',
  ],
};

export default config;
