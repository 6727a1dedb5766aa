// What the forum announces: ids only.
import type { Fact } from '@/lib/platform/jobs/announce';

/** A post stands and can no longer be taken back. */
export function postPublished(postId: string): Fact {
  return { name: 'forum.post.published', version: 1, postId };
}

/** A post has another version. */
export function postEdited(postId: string, revision: number): Fact {
  return { name: 'forum.post.edited', version: 1, postId, revision };
}

/** A post no longer shows: deleted by its author, or hidden. */
export function postRemoved(postId: string, removalId: string): Fact {
  return { name: 'forum.post.removed', version: 1, postId, removalId };
}

/** A post was taken back without a trace before anybody was told: there is no post of this id any more. */
export function postTakenBack(postId: string, threadId: string): Fact {
  return { name: 'forum.post.taken-back', version: 1, postId, threadId };
}

/** A removed post shows again. */
export function postShown(postId: string): Fact {
  return { name: 'forum.post.shown', version: 1, postId };
}

/** Somebody asks the secretariat to look at a post. */
export function postReported(reportId: string): Fact {
  return { name: 'forum.post.reported', version: 1, reportId };
}

/** A post was chosen as the answer. */
export function answerMarked(postId: string, eventId: string): Fact {
  return { name: 'forum.answer.marked', version: 1, postId, eventId };
}

/** A word means a tag from now on: threads that carried the word carry the tag. */
export function tagsJoined(tag: string): Fact {
  return { name: 'forum.tags.joined', version: 1, tag };
}

/** Title, areas, tags or state of a thread changed. */
export function threadChanged(threadId: string, eventId: string): Fact {
  return { name: 'forum.thread.changed', version: 1, threadId, eventId };
}

/** The words of a content can be searched. */
export function fileRead(sha256: string): Fact {
  return { name: 'forum.file.read', version: 1, sha256 };
}
