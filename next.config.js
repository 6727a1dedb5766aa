// How Next builds and serves. The build folder is chosen by the start script, which builds aside and renames.
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin({
  requestConfig: './lib/web/i18n.ts',
  // Parsed at build time: a parser in each request, and in each browser, would do it again.
  experimental: { messages: { path: './messages', format: 'json', locales: 'infer', precompile: true } },
});

const oneDay = 'public, max-age=86400, stale-while-revalidate=604800';
const oneYear = 'public, max-age=31536000, immutable';
const nosniff = { key: 'X-Content-Type-Options', value: 'nosniff' };

export default withNextIntl({
  distDir: process.env.RACCORDO_BUILD_DIR ?? '.next',
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  // The server in front compresses, once and whole.
  compress: false,
  reactStrictMode: true,
  serverExternalPackages: ['graphile-worker', 'postgres', 'file-type', 'nodemailer', 'docx', 'pdfkit'],
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: '4mb' } },
  sassOptions: {
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  },
  rewrites: async () => [
    // Browsers ask for the old name too, on pages that name no icon.
    { source: '/favicon.ico', destination: '/icon.svg' },
    // Where the archives of Mailman 2, Mailman 3 and HyperKitty stood: links in old mails and acts still lead to the post.
    {
      source: '/:root(pipermail|mailman|archives|hyperkitty)/:path*',
      destination: '/api/archive/:root/:path*',
    },
  ],
  headers: async () => [
    { source: '/fonts/:file*', headers: [{ key: 'Cache-Control', value: oneYear }, nosniff] },
    { source: '/:file(icons.svg|icon.svg)', headers: [{ key: 'Cache-Control', value: oneDay }, nosniff] },
  ],
});
