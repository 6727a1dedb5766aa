// Everything in a mail that may say where it belongs: signed addresses, ids it answers, the root of a thread, its subject (MAIL.md E30).
import { maskPersonalData } from '@/lib/text/mask-personal-data';
import { normalizeSubject } from '@/lib/text/normalize-subject';
import type { ParsedMail } from '../model';
import { classifyMail } from '../reading/classify-mail';
import { addressPrefixes, type TokenUse, tokenLength } from '../tokens/model';
import type { Clues, Envelope } from './model';
import { readReport } from './read-report';

const root = /^topic\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(.+)$/i;
const uses = Object.entries(addressPrefixes) as [keyof typeof addressPrefixes, string][];

export type ClueOptions = {
  /** Our mail domain, in lower case. */
  domain: string;
  /** Gives the id a signed word holds, or null where it was not signed here. */
  readToken: (use: TokenUse, token: string) => string | null;
};

/** Forged ids do no harm: they only say where to look, rights are asked of what is found there. */
export function findClues(mail: ParsedMail, envelope: Pick<Envelope, 'to'>, options: ClueOptions): Clues {
  const addressed = [...new Set([...mail.recipients, ...envelope.to, ...mail.alsoTo])];
  const tokensIn = (addresses: readonly string[]) => addresses.flatMap((each) => tokenIn(each, options));
  const tokens = tokensIn(addressed);
  const bouncedIds = idsOf(tokens, 'bounce');
  const isReport = bouncedIds.length > 0 || classifyMail(mail).kind === 'bounce';
  const report = isReport ? readReport(mail) : null;
  const returned = tokensIn(report?.addresses ?? []);
  return {
    addressed,
    copyIds: idsOf(tokens, 'reply'),
    bouncedIds: [...bouncedIds, ...idsOf(returned, 'bounce'), ...idsOf(returned, 'reply')],
    heldMailIds: idsOf(tokens, 'held'),
    hasBrokenToken: tokens.some(({ id }) => id === null),
    answers: mail.references
      .filter((id) => !root.test(id))
      .map((id) => ({ id, via: mail.inReplyTo.includes(id) ? 'in-reply-to' : 'references' })),
    threadIds: mail.references.flatMap((id) => rootIn(id, options.domain)),
    subjectKey: maskPersonalData(normalizeSubject(mail.subject).key).text,
    report,
  };
}

type Token = { use: TokenUse; id: string | null };

function idsOf(tokens: readonly Token[], use: TokenUse): string[] {
  return [...new Set(tokens.flatMap((token) => (token.use === use && token.id ? [token.id] : [])))];
}

/** @returns one entry for what is written like a signed address of ours; its id is null where it is none */
function tokenIn(address: string, { domain, readToken }: ClueOptions): Token[] {
  const at = address.lastIndexOf('@');
  if (address.slice(at + 1) !== domain) return [];
  const local = address.slice(0, at);
  return uses
    .filter(([, prefix]) => local.startsWith(prefix) && local.length === prefix.length + tokenLength)
    .map(([use, prefix]) => ({ use, id: readToken(use, local.slice(prefix.length)) }));
}

function rootIn(id: string, domain: string): string[] {
  const [, threadId, at] = root.exec(id) ?? [];
  return threadId !== undefined && at?.toLowerCase() === domain ? [threadId.toLowerCase()] : [];
}
