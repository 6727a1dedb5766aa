// One thing one may receive by mail: the choice as it stands, and a menu with the others.
import { useTranslations } from 'next-intl';
import type { FormAction } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu } from '@/components/ui/menu';

export type MailWishChoice = { value: string; label: string };

type MailWishProps = {
  action: FormAction;
  /** Travel hidden. */
  fields: Record<string, string>;
  /** What stands on the button: the choice of now. */
  summary: string;
  /** Over the choices: what they are about. */
  line: string;
  choices: readonly MailWishChoice[];
  current: string;
};

/** Each choice is a button of one form, sent as `mail`: it works without a script. */
export function MailWish({ action, fields, summary, line, choices, current }: MailWishProps) {
  const t = useTranslations('choices');
  return (
    <Menu summary={<span>{summary}</span>} group="posta" inText>
      <p>{line}</p>
      <form action={action}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ul>
          {choices.map(({ value, label }) => (
            <li key={value}>
              <button
                type="submit"
                name="mail"
                value={value}
                aria-current={value === current ? 'true' : undefined}
              >
                <span>{label}</span>
                {value === current ? <Icon name="check" label={t('current')} /> : null}
              </button>
            </li>
          ))}
        </ul>
      </form>
    </Menu>
  );
}
