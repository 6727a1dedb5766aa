// A mail on its way out, before any transport: what it says, and what may become of it.

/** `name` is shown, never empty; `address` is one address without angle brackets. */
export type Mailbox = { readonly name: string; readonly address: string };

/** The same for every transport. Message-IDs are without angle brackets. */
export type Message = {
  readonly from: Mailbox;
  /** SMTP MAIL FROM, to which what cannot be delivered comes back; empty: the null path (RFC 5321 §4.5.5). */
  readonly envelopeFrom: string;
  readonly to: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Kept by SMTP, replaced by a provider (MAIL.md §3). */
  readonly messageId: string;
  readonly sentAt: Date;
  readonly inReplyTo?: string;
  /** Oldest first. */
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
};

/** Why the other side did not take one mail. `status` is an RFC 3463 code such as 5.1.1. */
export type MailRefusal = {
  /** False: it may take it later. */
  readonly permanent: boolean;
  /** Whether it was the receiver's address that was refused, not what the mail says. */
  readonly address: boolean;
  readonly status: string | null;
  readonly said: string;
};

/** What became of one mail that was handed over. `providerId` is null where no provider gives one. */
export type Receipt =
  | { readonly taken: true; readonly providerId: string | null }
  | { readonly taken: false; readonly refusal: MailRefusal };

/** The other side did not take a mail that left by itself. */
export class MailRefused extends Error {
  constructor(
    readonly to: string,
    readonly refusal: MailRefusal,
  ) {
    super(refusal.said);
  }
}

/** The other side is away, or takes nothing now. */
export class MailUnavailable extends Error {
  /**
   * @param nothingTaken true where it is certain that no mail of the call was taken
   * @param retryAfter seconds the other side asks to wait for, null where it does not say
   */
  constructor(
    message: string,
    readonly nothingTaken: boolean,
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}
