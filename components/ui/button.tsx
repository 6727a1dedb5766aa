// What sets a deed off: a button, a link that looks like one, and a form made of one button.
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

/** A server action or the address of a native form. */
export type FormAction = string | ((form: FormData) => void | Promise<void>);

export type ButtonKind = 'primary' | 'secondary' | 'danger' | 'quiet';

const kinds: Record<ButtonKind, string> = {
  primary: 'btn btn-primary',
  secondary: 'btn btn-outline-primary',
  danger: 'btn btn-danger',
  quiet: 'btn btn-link',
};

/** The class names of a button, for the other bricks of this room. */
export function buttonClass(kind: ButtonKind = 'primary', small = false): string {
  return small ? `${kinds[kind]} btn-small` : kinds[kind];
}

type Looks = { kind?: ButtonKind; small?: boolean; icon?: IconName; children: ReactNode };

type ButtonProps = Looks & {
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  disabled?: boolean;
  formAction?: FormAction;
  /** For buttons of our own script: the deed itself works without. */
  onClick?: () => void;
  pressed?: boolean;
  /** The whole sentence, where the word alone stands many times on a page. */
  label?: string;
};

/** One main (`primary`) button per page; what destroys is `danger`; everything else is `secondary` or `quiet`. */
export function Button({
  kind,
  small,
  icon,
  children,
  type = 'submit',
  pressed,
  label,
  ...rest
}: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass(kind, small)}
      aria-pressed={pressed}
      aria-label={label}
      {...rest}
    >
      {icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

type LinkButtonProps = Looks & {
  href: string;
  download?: boolean | string;
  /** The whole sentence, where the word alone stands many times on a page. */
  label?: string;
  /** For our own script: whose words the link quotes. */
  'data-quote'?: string;
  /** The id of the post they stand in. */
  'data-post'?: string;
};

/** A link that leads to a deed (a form, a download) and so looks like a button. */
export function LinkButton({ kind, small, icon, label, href, children, ...rest }: LinkButtonProps) {
  return (
    <a href={href} className={buttonClass(kind, small)} aria-label={label} {...rest}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </a>
  );
}

type PostButtonProps = Looks & {
  action: FormAction;
  fields?: Record<string, string>;
  disabled?: boolean;
  label?: string;
};

/** A whole form that shows as one button: the deed works with JavaScript off; `fields` travel hidden. */
export function PostButton({ action, fields = {}, ...looks }: PostButtonProps) {
  return (
    <form action={action} method={typeof action === 'string' ? 'post' : undefined} className="rc-inline-form">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...looks} />
    </form>
  );
}
