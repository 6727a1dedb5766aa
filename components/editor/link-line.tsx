'use client';
// One line to type where a link leads: opened by its button, closed by Enter or Escape.
import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TypedLine } from '@/components/ui/field';
import { Line } from '@/components/ui/layout';
import { linkAddress } from '@/lib/text/link-address';

/** A bare name of a site is meant with https, a bare e-mail address with mailto. */
function meant(typed: string): string {
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(typed)) return `mailto:${typed}`;
  return /^[\w-]+(\.[\w-]+)+/.test(typed) ? `https://${typed}` : typed;
}

/** An empty line takes the link away. */
export function LinkLine({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const t = useTranslations('writing.link');
  const [address, setAddress] = useState<string>(editor.getAttributes('link').href ?? '');
  const [isWrong, setIsWrong] = useState(false);
  const leave = () => {
    editor.commands.focus();
    onDone();
  };
  const put = () => {
    const typed = address.trim();
    const href = linkAddress(meant(typed));
    if (typed !== '' && !href) return setIsWrong(true);
    const chain = editor.chain().focus().extendMarkRange('link');
    if (!href) chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive('link')) {
      chain.insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run();
    } else chain.setLink({ href }).run();
    onDone();
  };
  return (
    <Line>
      <TypedLine
        id="link-address"
        label={t('label')}
        error={isWrong ? t('wrong') : undefined}
        value={address}
        onChange={setAddress}
        onEnter={put}
        onEscape={leave}
      />
      <Button type="button" kind="secondary" small onClick={put}>
        {t('put')}
      </Button>
      <Button type="button" kind="quiet" small onClick={leave}>
        {t('leave')}
      </Button>
    </Line>
  );
}
