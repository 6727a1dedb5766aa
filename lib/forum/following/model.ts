// How an area or a tag to follow is named, what may be wanted of it by mail, and what a person has chosen so far.
import { z } from 'zod';
import { type FollowState, type MailChoice, mailChoices } from '@/db/words';
import { tagInput } from '../writing/model';

/** By its slug. */
export const areaInput = z.object({ area: z.string({ error: 'no-such-area' }).min(1) });

/** In the order they are offered. */
export const mailWishes: readonly MailChoice[] = mailChoices;

const mailInput = z.enum(mailChoices, { error: 'mail-choice-unknown' });

export const areaMailInput = areaInput.extend({ mail: mailInput });

/** Null: nothing of its own, as its areas say. */
export const tagMailInput = z.object({ tag: tagInput, mail: mailInput.nullable() });

export const copiesInput = z.object({ ownCopies: z.boolean(), secondCopies: z.boolean() });

/** What one wants of an area by mail; null where it is not followed. */
export type AreaChoice = { slug: string; name: string; mail: MailChoice | null };

export type TagChoice = { tag: string; mail: MailChoice };

export type ThreadChoice = {
  id: string;
  number: number;
  slug: string;
  title: string;
  areaSlug: string;
  state: FollowState;
};

/** All that a person has chosen to receive, of what they may read. */
export type Choices = {
  areas: AreaChoice[];
  tags: TagChoice[];
  /** The last two hundred followed or muted, the newest choice first. */
  threads: ThreadChoice[];
  ownCopies: boolean;
  secondCopies: boolean;
  /** Where mail goes; null for who has no address. */
  email: string | null;
};
