// The layers of ARCHITECTURE.md: each folder of lib/ may import those listed before it, never those after it.
const LAYERS = ['core', 'request', 'margin', 'letter', 'word', 'workbook', 'review', 'policies', 'db', 'services', 'collab'];
const PURE = LAYERS.slice(0, LAYERS.indexOf('db')).join('|');

const upwards = LAYERS.slice(0, -1).map((layer, index) => ({
  name: `lib/${layer}-imports-only-layers-before-it`,
  severity: 'error',
  from: { path: `^lib/${layer}/` },
  to: { path: `^lib/(${LAYERS.slice(index + 1).join('|')})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'everything-resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...upwards,
    {
      name: 'pure-layers-know-no-machine',
      comment: 'No files, network, clock, database or framework: bytes, time and ids come in as arguments.',
      severity: 'error',
      from: { path: `^lib/(${PURE})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-layers-know-no-framework',
      severity: 'error',
      from: { path: `^lib/(${PURE})/` },
      to: {
        path: [
          'node_modules/(react|react-dom|next|next-auth|pg|pg-boss|pino|ws|@prisma|@hocuspocus)/',
          '^lib/(generated|auth|jobs|http|config)/',
        ],
      },
    },
    {
      name: 'side-folders-serve-the-entries-only',
      comment: 'lib/db knows neither sessions nor jobs nor HTTP.',
      severity: 'error',
      from: { path: '^lib/db/' },
      to: { path: '^lib/(auth|jobs|http)/' },
    },
    {
      name: 'components-use-pure-code-only',
      comment: 'scripts/layers.mjs lets `import type` pass.',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(lib/(db|services|collab|auth|jobs|http|config|generated)|server|cli|app)/' },
    },
    {
      name: 'lib-knows-no-interface',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components|server|cli|bench|scripts)/' },
    },
    {
      name: 'routes-go-through-services',
      comment: 'A page or route parses, calls a service and presents; it does not query.',
      severity: 'error',
      from: { path: '^app/' },
      to: { path: '^(server|cli|bench|scripts)/' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(app|components|lib|server|cli|bench)/' },
      to: { path: '^tests/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(lib/generated|\\.next)/' },
  },
};
