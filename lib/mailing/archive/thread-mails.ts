// Puts mails into threads: by what they answer, else by subject; a renamed subject opens a thread of its own (MAIL.md E30–E36).

/** What threading asks of a mail. `threadId`: it already stands in the forum, in this thread. */
export type ThreadableMail = {
  ids: readonly string[];
  /** Nearest first. */
  references: readonly string[];
  subjectKey: string;
  renamed: boolean;
  areaId: string | null;
  sentAt: Date;
  threadId?: string;
};

export type MailThread<M> = {
  /** By date; equal dates keep the order given. */
  mails: M[];
  /** What each mail answers, where that is in the same thread. */
  parents: Map<M, M>;
};

const subjectWindow = 60 * 86_400_000;

/**
 * Parents may come later than their answers. Mails that answer the same missing message stand together. Threads come
 * in the order of their first mail. An answer on a list that other people read opens a thread of its own: what was
 * said to few is not shown to many.
 * @param audienceOf equal for areas that the same people read
 */
export function threadMails<M extends ThreadableMail>(
  mails: readonly M[],
  audienceOf: (areaId: string | null) => string,
): MailThread<M>[] {
  const byId = firstById(mails);
  const union = new Union<M>();
  const parents = new Map<M, M>();
  const alone: M[] = [];
  for (const mail of mails) {
    const parent = parentOf(mail, byId, audienceOf);
    if (!parent) alone.push(mail);
    else if (!opensThread(mail, parent) && !standsElsewhere(mail, parent)) {
      parents.set(mail, parent);
      union.join(mail, parent);
    }
  }
  joinKnown(mails, union);
  joinByMissing(alone, union, audienceOf);
  joinBySubject(mails, alone, union);
  return collect(mails, union, parents);
}

function firstById<M extends ThreadableMail>(mails: readonly M[]): Map<string, M> {
  const byId = new Map<string, M>();
  for (const mail of mails) {
    for (const id of mail.ids) if (!byId.has(id)) byId.set(id, mail);
  }
  return byId;
}

function parentOf<M extends ThreadableMail>(
  mail: M,
  byId: Map<string, M>,
  audienceOf: (areaId: string | null) => string,
): M | undefined {
  for (const id of mail.references) {
    const parent = byId.get(id);
    if (parent && parent !== mail && audienceOf(parent.areaId) === audienceOf(mail.areaId)) return parent;
  }
  return undefined;
}

function opensThread(mail: ThreadableMail, parent: ThreadableMail): boolean {
  return mail.renamed && mail.subjectKey !== parent.subjectKey;
}

/** What the forum already parts stays parted: threads are never merged by an import. */
function standsElsewhere(mail: ThreadableMail, parent: ThreadableMail): boolean {
  return mail.threadId !== undefined && parent.threadId !== undefined && mail.threadId !== parent.threadId;
}

function joinKnown<M extends ThreadableMail>(mails: readonly M[], union: Union<M>): void {
  const first = new Map<string, M>();
  for (const mail of mails) {
    if (mail.threadId === undefined) continue;
    const known = first.get(mail.threadId);
    if (known) union.join(mail, known);
    else first.set(mail.threadId, mail);
  }
}

/** A renamed subject without its parent says nothing about which thread it left, so it is not drawn into one. */
function joinByMissing<M extends ThreadableMail>(
  alone: readonly M[],
  union: Union<M>,
  audienceOf: (areaId: string | null) => string,
): void {
  const first = new Map<string, M>();
  for (const mail of alone) {
    if (mail.renamed) continue;
    for (const id of mail.references) {
      const key = `${audienceOf(mail.areaId)}\n${id}`;
      const sibling = first.get(key);
      if (sibling) union.join(mail, sibling);
      else first.set(key, mail);
    }
  }
}

/** The nearest earlier mail of the same subject in the same area decides, when it is at most 60 days older. */
function joinBySubject<M extends ThreadableMail>(
  mails: readonly M[],
  alone: readonly M[],
  union: Union<M>,
): void {
  const waiting = new Set(alone.filter((mail) => mail.threadId === undefined));
  const latest = new Map<string, M>();
  for (const mail of byDate(mails)) {
    if (mail.subjectKey === '') continue;
    const key = `${mail.areaId}\n${mail.subjectKey}`;
    const before = latest.get(key);
    latest.set(key, mail);
    if (!before || !waiting.has(mail)) continue;
    if (mail.sentAt.getTime() - before.sentAt.getTime() <= subjectWindow) union.join(mail, before);
  }
}

function collect<M extends ThreadableMail>(
  mails: readonly M[],
  union: Union<M>,
  parents: Map<M, M>,
): MailThread<M>[] {
  const threads = new Map<M, MailThread<M>>();
  for (const mail of byDate(mails)) {
    const root = union.find(mail);
    const thread = threads.get(root) ?? { mails: [], parents };
    threads.set(root, thread);
    thread.mails.push(mail);
  }
  return [...threads.values()];
}

function byDate<M extends ThreadableMail>(mails: readonly M[]): M[] {
  return [...mails].sort((one, other) => one.sentAt.getTime() - other.sentAt.getTime());
}

/** Disjoint sets; a circle of references does no harm here. */
class Union<M> {
  private readonly up = new Map<M, M>();

  find(mail: M): M {
    let root = mail;
    for (let next = this.up.get(root); next !== undefined; next = this.up.get(root)) root = next;
    for (let at = mail; at !== root; ) {
      const next = this.up.get(at) ?? root;
      this.up.set(at, root);
      at = next;
    }
    return root;
  }

  join(one: M, other: M): void {
    const from = this.find(one);
    const to = this.find(other);
    if (from !== to) this.up.set(from, to);
  }
}
