// The mail provider's API, with the key of the settings.
import { Resend } from 'resend';
import { env } from '@/lib/env';

/** @throws Error where mail does not go through Resend */
export function resendClient(): Resend {
  const { resend } = env();
  if (!resend) throw new Error('The setting RESEND_API_KEY is missing.');
  return new Resend(resend.apiKey, { baseUrl: resend.baseUrl });
}
