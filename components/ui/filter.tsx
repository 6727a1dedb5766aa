// The line of ways to look at a list: links, one of them current.
export type FilterChoice = { label: string; href: string; current: boolean };

/** Links, so that a filtered list has an address of its own. */
export function Filter({ label, choices }: { label: string; choices: readonly FilterChoice[] }) {
  return (
    <nav aria-label={label}>
      <ul className="rc-filter">
        {choices.map((choice) => (
          <li key={choice.href}>
            <a href={choice.href} aria-current={choice.current ? 'true' : undefined}>
              {choice.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
