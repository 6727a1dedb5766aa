// Takes an address off the provider's list of those it sends nothing to (MAIL.md E81).
import { Resend } from 'resend';

/**
 * An address that is not on the list is as wanted.
 * @throws Error with the provider's words, so that the job is tried again
 */
export async function liftSuppression(
  email: string,
  { apiKey, baseUrl }: { apiKey: string; baseUrl?: string | undefined },
): Promise<void> {
  const { error } = await new Resend(apiKey, { baseUrl }).suppressions.remove(email);
  if (error && error.statusCode !== 404) throw new Error(`Resend: ${error.name}: ${error.message}`);
}
