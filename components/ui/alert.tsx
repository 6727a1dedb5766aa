// A message of the page to its reader.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon';

export type AlertKind = 'info' | 'good' | 'needs' | 'bad';

const icons: Record<AlertKind, IconName> = { info: 'info', good: 'check', needs: 'alert', bad: 'alert' };

type AlertProps = { kind?: AlertKind; title?: string; level?: 2 | 3; children?: ReactNode };

/** `needs` is the one accent for what waits for the reader; the kind is also said in a word, never by colour alone. */
export function Alert({ kind = 'info', title, level = 2, children }: AlertProps) {
  const t = useTranslations('bricks.alert');
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div className={`rc-alert rc-alert-${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <Icon name={icons[kind]} label={t(kind)} large />
      <div>
        {title ? <Heading>{title}</Heading> : null}
        {children}
      </div>
    </div>
  );
}
