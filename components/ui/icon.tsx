// One drawing of the sprite public/icons.svg.
export const iconNames = [
  'alert',
  'attachment',
  'calendar',
  'check',
  'close',
  'copy',
  'down',
  'download',
  'edit',
  'file',
  'follow',
  'forum',
  'home',
  'info',
  'language',
  'left',
  'lock',
  'mail',
  'more',
  'office',
  'person',
  'phone',
  'plus',
  'reply',
  'right',
  'search',
  'sign-out',
] as const;

export type IconName = (typeof iconNames)[number];

type IconProps = {
  name: IconName;
  /** The word for screen readers; left out where a visible word stands beside the drawing. */
  label?: string;
  large?: boolean;
};

/** Never alone: beside a word, or with a label, because a drawing by itself has to be guessed. */
export function Icon({ name, label, large }: IconProps) {
  return (
    <>
      <svg className={large ? 'rc-icon rc-icon-large' : 'rc-icon'} aria-hidden="true" focusable="false">
        <use href={`/icons.svg#${name}`} />
      </svg>
      {label ? <span className="visually-hidden">{label}</span> : null}
    </>
  );
}
