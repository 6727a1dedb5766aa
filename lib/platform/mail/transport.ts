// The way out, whichever it is: an SMTP server or a provider.
import type { Fill, Form } from './form';
import type { Receipt } from './message';

/** A mail ready to leave; `body` is the transport's own writing. */
export type Sealed = { readonly from: string; readonly to: string; readonly body: string };

export type Transport = {
  /** True where a call that is repeated under one key, with the same mails, is one call for the other side. */
  readonly remembers: boolean;
  /** Mails that one call takes at most. */
  readonly batch: number;
  /** Calls that may be under way at once, in the whole process. */
  readonly lines: number;
  /** Waits for one of the lines; whoever has it makes one call after another, and gives it back. */
  readonly takeLine: () => Promise<() => void>;
  /** Writes a form once, so that each copy costs its own words only. */
  readonly print: (form: Form) => Promise<(fill: Fill) => Sealed>;
  /**
   * @param key the same for each attempt of the same mails
   * @returns what became of each, in the order given
   * @throws MailUnavailable
   */
  readonly send: (mails: readonly Sealed[], key: string) => Promise<Receipt[]>;
  /** Ends open connections; the next call opens others. */
  readonly close: () => void;
};
