'use client';
// The editor's buttons, each with its word; arrows move among them, Tab goes on to the text.
import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useReducer, useState } from 'react';
import { LinkLine } from './link-line';
import { type ToolName, toolsFor } from './tools';

/** Pressed buttons say so; those of tables come while one stands in a table. */
export function Toolbar({ editor }: { editor: Editor }) {
  const t = useTranslations('writing.tools');
  const [isLinking, setIsLinking] = useState(false);
  const [at, setAt] = useState(0);
  useRedrawn(editor);
  const tools = toolsFor(editor);
  const press = (name: ToolName, run: () => void) => (name === 'link' ? setIsLinking(true) : run());
  return (
    <>
      <div
        role="toolbar"
        aria-label={t('label')}
        className="rc-toolbar"
        onKeyDown={(event) => walk(event, setAt)}
      >
        {tools.map(({ name, isOn, run }, index) => (
          <button
            key={name}
            type="button"
            tabIndex={index === Math.min(at, tools.length - 1) ? 0 : -1}
            aria-pressed={isOn}
            onFocus={() => setAt(index)}
            onClick={() => press(name, run)}
          >
            {t(name)}
          </button>
        ))}
      </div>
      {isLinking ? <LinkLine editor={editor} onDone={() => setIsLinking(false)} /> : null}
    </>
  );
}

/** Whatever changes in the editor may change what its buttons say. */
function useRedrawn(editor: Editor): void {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    editor.on('transaction', redraw);
    return () => {
      editor.off('transaction', redraw);
    };
  }, [editor]);
}

function walk(event: KeyboardEvent<HTMLElement>, setAt: (at: number) => void): void {
  const { key, currentTarget } = event;
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
  const buttons = [...currentTarget.querySelectorAll('button')];
  const now = buttons.findIndex((button) => button === document.activeElement);
  const ends: Record<string, number> = { Home: 0, End: buttons.length - 1 };
  const next =
    ends[key] ?? (steps[key] === undefined ? -1 : (now + steps[key] + buttons.length) % buttons.length);
  if (next < 0) return;
  event.preventDefault();
  setAt(next);
  buttons[next]?.focus();
}
