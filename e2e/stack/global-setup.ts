// Before the journeys: the whole of Raccordo with its story; afterwards nothing of it is left running.

import { rebuildDocuments } from '@/lib/platform/search/rebuild';
import { listSources } from '@/lib/search/keeping/list-sources';
import { startStack } from './start-stack';
import type { Story } from './story';
import { writeStory } from './story';

export default async function setup(): Promise<() => Promise<void>> {
  let story: Story | undefined;
  const stack = await startStack('.data/e2e', async (db, folders) => {
    story = await writeStory(db, folders);
    // What is planted can be found from the first page on.
    await rebuildDocuments(db, listSources());
  });
  process.env.RACCORDO_JOURNEYS = JSON.stringify({ stack, story });
  return () => stack.stop();
}
