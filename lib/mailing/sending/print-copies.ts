// Writes a post once for each language and area its copies need.
import type { Context } from '@/lib/core/context';
import type { Fill } from '@/lib/platform/mail/form';
import type { Sealed, Transport } from '@/lib/platform/mail/transport';
import { composeCopy } from './compose-copy';
import { fillCopy } from './fill-copy';
import type { MailedPost, OpenCopy, Receiver } from './model';
import { listMailedAreas } from './queries';

/** @returns makes the copy of a person */
export async function printCopies(
  by: Context,
  transport: Transport,
  post: MailedPost,
  copies: readonly OpenCopy[],
  receivers: ReadonlyMap<string, Receiver>,
): Promise<(copy: OpenCopy) => Sealed> {
  const needed = copies.flatMap(({ personId }) => receivers.get(personId) ?? []);
  const areas = await listMailedAreas(by, [...new Set(needed.map(({ areaId }) => areaId))]);
  const printed = new Map<string, (fill: Fill) => Sealed>();
  for (const { locale, areaId } of needed) {
    const area = areas.get(areaId);
    const key = `${locale} ${areaId}`;
    if (area && !printed.has(key)) printed.set(key, await transport.print(composeCopy(post, area, locale)));
  }
  return (copy) => {
    const receiver = receivers.get(copy.personId);
    const seal = receiver && printed.get(`${receiver.locale} ${receiver.areaId}`);
    if (!seal) throw new Error(`Nobody is to get the copy ${copy.id}.`);
    return seal(fillCopy(copy));
  };
}
