// Every closed list the tables use: one place to read which words exist, shared by checks in SQL and types in code.

export const organizationKinds = ['commune', 'institution', 'partner'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** Where an organisation stands towards the network (DOMAIN.md §3 refines this into the history of adhesions). */
export const networkStatuses = ['member', 'interested', 'external', 'former'] as const;
export type NetworkStatus = (typeof networkStatuses)[number];

/** DOMAIN.md §2: operatore, referente, coordinatore, funzionario esterno, lettore, amministratore tecnico. */
export const roles = ['operator', 'referent', 'coordinator', 'officer', 'reader', 'admin'] as const;
export type Role = (typeof roles)[number];

/** personal: one person signs in with it; office: a shared mailbox; pec: certified mail. Only personal ones sign in. */
export const addressKinds = ['personal', 'office', 'pec'] as const;
export type AddressKind = (typeof addressKinds)[number];

export const locales = ['it', 'en'] as const;
export type Locale = (typeof locales)[number];

/** Who may read an area: rete, comuni, enti scelti, pubblica. */
export const audiences = ['network', 'communes', 'chosen', 'public'] as const;
export type Audience = (typeof audiences)[number];

/** Who may start a thread in an area. */
export const postingRules = ['members', 'coordinators'] as const;
export type PostingRule = (typeof postingRules)[number];

/** How a post came in; shown as a mark beside its date. */
export const postChannels = ['web', 'mail'] as const;
export type PostChannel = (typeof postChannels)[number];

/** What became of a stored mail: exactly one outcome each. */
export const mailOutcomes = ['posted', 'duplicate', 'automatic', 'bounce', 'held', 'broken'] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** Why a post no longer shows: taken away by its author, by a moderator, or taken back in the first seconds. */
export const removalKinds = ['deleted', 'hidden', 'taken-back'] as const;
export type RemovalKind = (typeof removalKinds)[number];

/** What was done to a thread as a whole; each stands in the thread with author and reason. */
export const threadEventKinds = [
  'lock',
  'unlock',
  'pin',
  'unpin',
  'move',
  'rename',
  'retag',
  'answer',
  'unanswer',
  'show',
  'hand-over',
] as const;
export type ThreadEventKind = (typeof threadEventKinds)[number];

/** What a person wants of one thread, whatever they want of its area. */
export const followStates = ['following', 'muted'] as const;
export type FollowState = (typeof followStates)[number];

/** What became of a report: the post stays as it is, or it was hidden. */
export const reportDecisions = ['kept', 'hidden'] as const;
export type ReportDecision = (typeof reportDecisions)[number];

/** What a draft will be once sent. */
export const draftKinds = ['thread', 'reply', 'edit'] as const;
export type DraftKind = (typeof draftKinds)[number];

/**
 * Why a person is told, the strongest reason first: named in the text, answered, new in a thread they take part in or
 * follow, new in an area they follow; their post chosen as the answer, their post hidden, a report to decide on.
 */
export const notificationKinds = [
  'mention',
  'answer',
  'reply',
  'news',
  'chosen',
  'hidden',
  'report',
] as const;
export type NotificationKind = (typeof notificationKinds)[number];
