// What may be typed when a post is hidden or shown again.
import { z } from 'zod';
import { reasonInput, visible } from '../model';

export const hidePostInput = z.object({
  postId: z.uuid({ error: 'no-such-post' }),
  reason: reasonInput,
  confirmed: z.boolean().default(false),
});

export const showPostInput = z.object({
  postId: z.uuid({ error: 'no-such-post' }),
  reason: z
    .string()
    .transform(visible)
    .pipe(z.string().max(500, { error: 'reason-too-long' }))
    .default(''),
});
