// The shapes of the table that states for every deed who may do it.
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import type { World } from './world';

export type TestedRole =
  | 'anonymous'
  | 'reader'
  | 'operator'
  | 'referent'
  | 'coordinator'
  | 'officer'
  | 'admin'
  | 'system';

export type Stage = {
  world: World;
  /** In area `operatori`, asked by the referent; everyone has written in it some seconds ago. */
  thread: string;
  /** Another thread of the referent's there. */
  otherThread: string;
  /** The actor's own post in it; for who has none, the referent's. */
  ownPost: (actor: Actor) => string;
  /** Somebody else's post in it, the technical administrator's. */
  otherPost: string;
  hiddenPost: string;
  report: string;
  ownSession: (actor: Actor) => string;
};

export type Row = {
  file: string;
  act: string;
  run: (ctx: Context, stage: Stage) => Promise<unknown>;
  allowed: TestedRole[];
};

/** A row of the forum: the file below its folder and without ending. */
export type ForumRow = [file: string, act: string, run: Row['run'], allowed: TestedRole[]];
