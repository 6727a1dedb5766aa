// Before the journeys: the whole of Raccordo with its story; afterwards nothing of it is left running.

import { startStack } from './start-stack';
import type { Story } from './story';
import { writeStory } from './story';

export default async function setup(): Promise<() => Promise<void>> {
  let story: Story | undefined;
  const stack = await startStack('.data/e2e', async (db, folders) => {
    story = await writeStory(db, folders);
  });
  process.env.RACCORDO_JOURNEYS = JSON.stringify({ stack, story });
  return () => stack.stop();
}
