// What floats over the foot of what is read until its own place comes into view: the way on, and what is new.
import type { ReactNode } from 'react';

/** Stands between what it floats over and what follows, as a direct part of their column: there it is free to float. */
export function Afloat({ children }: { children: ReactNode }) {
  return <div className="rc-afloat">{children}</div>;
}
