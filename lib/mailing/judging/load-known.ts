// Loads what must be known to judge a mail, in four statements, three of them at once.
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import type { ParsedMail } from '../model';
import { mailDomain } from '../tokens/mail-domain';
import { readSignedId } from '../tokens/read-signed-id';
import { addressedAreas } from './addressed-areas';
import { findClues } from './find-clues';
import { findNamedPosts } from './find-named-posts';
import { findSender } from './find-sender';
import { findThreads } from './find-threads';
import { listAreas } from './list-areas';
import type { Authentication, Envelope, Known } from './model';
import { readAuthentication } from './read-authentication';

/** Rights are no question here: rows are only looked at by `judgeMail`, which asks them. */
export async function loadKnown(ctx: Context, mail: ParsedMail, envelope: Envelope): Promise<Known> {
  const domain = mailDomain();
  const clues = findClues(mail, envelope, { domain, readToken: readSignedId });
  const [areas, sender, named] = await Promise.all([
    listAreas(ctx),
    mail.sender ? findSender(ctx, mail.sender.address) : null,
    findNamedPosts(ctx, clues),
  ]);
  const addressed = addressedAreas(mail, clues, areas);
  const threads = await findThreads(ctx, { clues, areas, addressed, sender, named });
  const ownAddresses = [env().mailFrom.toLowerCase(), ...areas.map(({ postingAddress }) => postingAddress)];
  const authentication = ownChecks(envelope) ?? readAuthentication(mail.headers, env().authservId);
  return { clues, domain, ownAddresses, authentication, sender, areas, threads, ...named };
}

/** A program of this machine was not checked: where it hands on what others sent it, it writes what it found itself. */
function ownChecks({ authentication }: Envelope): Authentication | null {
  return authentication?.reason === 'loopback' ? null : authentication;
}
