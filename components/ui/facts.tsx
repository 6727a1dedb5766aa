// Names and values of one thing ("Telefono", "PEC"): a definition list.
import type { ReactNode } from 'react';

export type Fact = { label: string; value: ReactNode };

/** Facts without a value are left out by whoever asks, never shown as a dash. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="rc-facts">
      {facts.map(({ label, value }) => (
        <FactPair key={label} label={label} value={value} />
      ))}
    </dl>
  );
}

function FactPair({ label, value }: Fact) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}
