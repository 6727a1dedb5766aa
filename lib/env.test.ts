import { expect, test } from 'vitest';
import { defaultSecret, parseSettings, SettingsError } from './env';

const production = {
  DATABASE_URL: 'postgres://raccordo@db.example/raccordo',
  PUBLIC_URL: 'https://raccordo.example/',
  AUTH_SECRET: 'a-secret-of-at-least-thirty-two-characters',
  SMTP_URL: 'smtp://mail.example:587',
  FILES_DIR: '/srv/raccordo/files',
};

test('with nothing set, everything is embedded and listens on this machine alone', () => {
  expect(parseSettings({})).toMatchObject({
    embedded: true,
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    trustedProxy: [],
  });
  expect(parseSettings({ HOST: '0.0.0.0' }).host).toBe('127.0.0.1');
});

test('with a database of its own, it is not embedded', () => {
  expect(parseSettings(production)).toMatchObject({
    embedded: false,
    host: '0.0.0.0',
    publicUrl: 'https://raccordo.example',
  });
});

test.each([
  ['PUBLIC_URL', { PUBLIC_URL: undefined }],
  ['AUTH_SECRET', { AUTH_SECRET: '' }],
  ['SMTP_URL', { SMTP_URL: undefined }],
  ['FILES_DIR', { FILES_DIR: undefined }],
  ['AUTH_SECRET', { AUTH_SECRET: 'short' }],
  ['AUTH_SECRET', { AUTH_SECRET: defaultSecret }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://db.example/raccordo' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'raccordo.example' }],
  ['SMTP_URL', { SMTP_URL: 'mail.example' }],
  ['PORT', { PORT: 'eighty' }],
  ['PORT', { PORT: '70000' }],
  ['TRUSTED_PROXY', { TRUSTED_PROXY: '10.0.0.0/8, proxy.example' }],
  ['MAIL_FROM', { MAIL_FROM: 'raccordo' }],
  ['SMTP_LISTEN', { SMTP_LISTEN: '2525' }],
  ['SMTP_LISTEN', { SMTP_LISTEN: '127.0.0.1:99999' }],
])('a wrong %s is named in one sentence: %j', (name, changed) => {
  const parse = () => parseSettings({ ...production, ...changed });
  expect(parse).toThrow(SettingsError);
  expect(parse).toThrow(new RegExp(`^The setting ${name} [^.]+\\.`));
});

test('mail leaves through Resend where a key is given, and comes in where it is told to listen', () => {
  const { SMTP_URL: _, ...withoutSmtp } = production;
  const settings = parseSettings({ ...withoutSmtp, RESEND_API_KEY: 're_test', SMTP_LISTEN: '[::1]:25' });
  expect(settings.resend).toEqual({ apiKey: 're_test', webhookSecret: undefined, baseUrl: undefined });
  expect(settings.smtpListen).toEqual({ host: '::1', port: 25 });
  expect(parseSettings(production).smtpListen).toBeUndefined();
  expect(parseSettings({}).smtpListen).toEqual({ host: '127.0.0.1', port: 2525 });
});
