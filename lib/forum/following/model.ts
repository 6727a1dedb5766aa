// How an area to follow is named.
import { z } from 'zod';

/** By its slug. */
export const areaInput = z.object({ area: z.string({ error: 'no-such-area' }).min(1) });
