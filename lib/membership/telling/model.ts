// What is told of a step in the history of an adhesion, and to whom.
import type { MembershipDeed } from '@/db/words';
import type { Locale } from '@/lib/core/actor';

export type Told = { email: string; name: string; locale: Locale | null };

export type StepNews = {
  stepId: string;
  deed: MembershipDeed;
  organization: string;
  slug: string;
  reason: string | null;
  /** ISO days. */
  termOn: string | null;
  takenOn: string;
  into: string | null;
  /** Where the applicant goes on, as good as a key: for that address alone. Null once it is decided. */
  link: { to: string; path: string } | null;
  others: Told[];
  office: Told[];
};
