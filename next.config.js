// How Next builds and serves. The build folder is chosen by the start script, which builds aside and renames.
import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/web/i18n.ts');

export default withNextIntl({
  distDir: process.env.RACCORDO_BUILD_DIR ?? '.next',
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['graphile-worker', 'postgres', 'file-type', 'nodemailer'],
  typescript: { ignoreBuildErrors: true },
  sassOptions: {
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function'],
  },
});
