'use client';
// The editor's buttons, each with its word; arrows move among them, Tab goes on to the text.
import type { Editor } from '@tiptap/core';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useReducer, useRef, useState } from 'react';
import { type Asking, isAsking, type Tool, toolsFor } from './tools';

type ToolbarProps = {
  editor: Editor;
  onAsk: (tool: Asking) => void;
  /** Chosen to stand in the text. */
  onImages: (files: File[]) => void;
};

const images = 'image/png,image/jpeg,image/gif,image/webp';

/** Pressed buttons say so; those of tables come while one stands in a table. Some ask for a line of words first. */
export function Toolbar({ editor, onAsk, onImages }: ToolbarProps) {
  const t = useTranslations('writing.tools');
  const [at, setAt] = useState(0);
  useRedrawn(editor);
  const tools = toolsFor(editor);
  const picker = useRef<HTMLInputElement>(null);
  const press = ({ name, isOn, run }: Tool) => {
    if (name === 'image' && !isOn) picker.current?.click();
    else if (isAsking(name)) onAsk(name);
    else run();
  };
  return (
    <div
      role="toolbar"
      aria-label={t('label')}
      className="rc-toolbar"
      onKeyDown={(event) => walk(event, setAt)}
    >
      {tools.map((tool, index) => (
        <button
          key={tool.name}
          type="button"
          tabIndex={index === Math.min(at, tools.length - 1) ? 0 : -1}
          aria-pressed={tool.isOn}
          onFocus={() => setAt(index)}
          onClick={() => press(tool)}
        >
          {t(tool.name)}
        </button>
      ))}
      <input
        ref={picker}
        type="file"
        accept={images}
        hidden
        onChange={({ currentTarget }) => {
          onImages([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </div>
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
