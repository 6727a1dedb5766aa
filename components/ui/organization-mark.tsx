// The small square by which an organisation is recognised in a list.
import { colourOf, initialsOf } from './mark';

/** Always beside the organisation's name, so screen readers skip it. */
export function OrganizationMark({ name }: { name: string }) {
  return (
    <span className={`rc-mark rc-mark-${colourOf(name)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
