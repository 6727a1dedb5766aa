// Who wrote something, for which organisation: signed as it was at the time.
import type { Signature } from '@/lib/forum/model';

/** A former writer known only from the archive may have no organisation. */
export function Byline({ by }: { by: Signature }) {
  return (
    <>
      {by.name}
      {by.organization ? <>, {by.organization.name}</> : null}
    </>
  );
}
