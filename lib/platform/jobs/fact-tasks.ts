// From one fact to its reactions: each becomes a job of its own, so that one that fails neither stops nor repeats another.
import type { JobHelpers, TaskList } from 'graphile-worker';
import type { Context } from '@/lib/core/context';
import { type Fact, factTask } from './announce';

/** Re-reads by the fact's ids, may run twice, throws to be tried again. */
export type Reaction = (ctx: Context, fact: Fact) => Promise<void>;

/** Fact name → reaction name → reaction. */
export type ReactionTable = Readonly<Record<string, Readonly<Record<string, Reaction>>>>;

const reactionTask = 'reaction';
const attempts = 12;

/** The two tasks that carry out a table of reactions. */
export function factTasks(table: ReactionTable, context: () => Context): TaskList {
  return {
    [factTask]: async (payload, helpers) => {
      const fact = payload as Fact;
      for (const reaction of Object.keys(table[fact.name] ?? {})) await addReaction(helpers, reaction, fact);
    },
    [reactionTask]: async (payload) => {
      const { reaction, fact } = payload as { reaction: string; fact: Fact };
      const react = table[fact.name]?.[reaction];
      if (!react) throw new Error(`No reaction ${reaction} to ${fact.name}.`);
      await react(context(), fact);
    },
  };
}

/** The key makes a fact that is handled twice wait once. */
async function addReaction({ addJob, job }: JobHelpers, reaction: string, fact: Fact): Promise<void> {
  await addJob(reactionTask, { reaction, fact }, { jobKey: `${job.id}:${reaction}`, maxAttempts: attempts });
}
