// The words of one copy: its receiver and the signed words by which answers, bounces and choices find back to it.
import { signId } from '@/lib/mailing/tokens/sign-id';
import type { Fill } from '@/lib/platform/mail/form';

/** In the order of the marks of `composeCopy`. */
export function fillCopy({ id, email }: { id: string; email: string }): Fill {
  return [email, signId('reply', id), signId('bounce', id), signId('choices', id)];
}
