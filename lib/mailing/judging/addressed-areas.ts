// The areas a mail is addressed to, in the order its writer named them.
import type { ParsedMail } from '../model';
import type { Clues, KnownArea } from './model';

/** A former list that still hands its mails on says by its List-Id which area it became. */
export function addressedAreas(
  { listId }: Pick<ParsedMail, 'listId'>,
  { addressed }: Pick<Clues, 'addressed'>,
  areas: readonly KnownArea[],
): KnownArea[] {
  const written = addressed.flatMap(
    (address) => areas.find(({ postingAddress }) => postingAddress === address) ?? [],
  );
  return written.length > 0 ? written : areas.filter(({ listIds }) => listIds.includes(listId ?? ''));
}
