// The steps of a procedure and where one stands.
import { useTranslations } from 'next-intl';

export type Step = { label: string; state: 'done' | 'now' | 'next' };

/** The state of each step is also said in a word under its name. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const t = useTranslations('bricks.steps');
  return (
    <ol className="rc-steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.label}
          className={`rc-step-${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <strong>{step.label}</strong>
          {t(step.state)}
        </li>
      ))}
    </ol>
  );
}
