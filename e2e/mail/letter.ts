// What every mail program of these tests is told to send.
export type ProgramMail = {
  port: number;
  from: string;
  to: string;
  subject: string;
  text: string;
  /** Message-ID of what it answers, with its brackets. */
  inReplyTo?: string;
};
