// Every closed list the tables use: one place to read which words exist, shared by checks in SQL and types in code.

export const organizationKinds = ['commune', 'institution', 'partner'] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/**
 * Where an organisation stands towards the network today: a summary of its last `membership_step`, written with it.
 * `applicant`: asked to join and is not shown to the public; `suspended` and `former` read and write no more.
 */
export const networkStatuses = [
  'member',
  'interested',
  'external',
  'former',
  'applicant',
  'suspended',
] as const;
export type NetworkStatus = (typeof networkStatuses)[number];

/**
 * Where the adhesion of an organisation stands (DOMAIN.md §3), beginning with an interest that was only expressed.
 * `asked`: the act is filed and the lead body wants more; `withdrawing`: the notice of a withdrawal runs.
 */
export const membershipStates = [
  'interested',
  'invited',
  'requested',
  'filed',
  'asked',
  'verified',
  'signed',
  'active',
  'suspended',
  'withdrawing',
  'ended',
  'refused',
  'lapsed',
  'merged',
] as const;
export type MembershipState = (typeof membershipStates)[number];

/** What may be done in the life of an adhesion; each is one row of its history. */
export const membershipDeeds = [
  'express-interest',
  'invite',
  'request',
  'file',
  'ask',
  'refuse',
  'lapse',
  'verify',
  'sign',
  'admit',
  'renew',
  'suspend',
  'resume',
  'withdraw',
  'recall',
  'end',
  'merge',
  'succeed',
] as const;
export type MembershipDeed = (typeof membershipDeeds)[number];

/** What an application is for: to come in, or to leave. */
export const applicationPurposes = ['join', 'withdraw'] as const;
export type ApplicationPurpose = (typeof applicationPurposes)[number];

/** Which body of an organisation passed an act (DOMAIN.md §3). */
export const organs = ['giunta', 'consiglio', 'commissario', 'determina', 'decreto'] as const;
export type Organ = (typeof organs)[number];

/** How a file of an act is signed: not at all, outside of it (CAdES, `.p7m`), or inside a PDF (PAdES). */
export const signatureFormats = ['none', 'cades', 'pades'] as const;
export type SignatureFormat = (typeof signatureFormats)[number];

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

/**
 * What became of a stored mail: exactly one outcome each. `received` waits to be looked at; `held` waits for a person;
 * `broken` could not be read or written.
 */
export const mailOutcomes = [
  'received',
  'posted',
  'new-thread',
  'duplicate',
  'command',
  'automatic',
  'bounce',
  'held',
  'refused',
  'broken',
] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

/** Where a mail came in. */
export const mailDoors = ['smtp', 'webhook', 'import', 'command'] as const;
export type MailDoor = (typeof mailDoors)[number];

/** What a moderator did with a held mail, or the secretariat with any: each is a row with its author. */
export const mailDecisionKinds = ['release', 'refuse', 'replay'] as const;
export type MailDecisionKind = (typeof mailDecisionKinds)[number];

/** What a person wants by mail of an area or a tag: every post, the first of each thread, a digest, nothing. */
export const mailChoices = ['every', 'first', 'daily', 'weekly', 'none'] as const;
export type MailChoice = (typeof mailChoices)[number];

/** How often a digest is made: on each working day, or on Mondays. */
export const digestRhythms = ['daily', 'weekly'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

/**
 * Where a copy for one person stands. `sending`: it may have been accepted by the other side; `dropped`: no longer
 * wanted or allowed when its turn came.
 */
export const deliveryStates = ['waiting', 'sending', 'sent', 'failed', 'dropped'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What came back for a copy (MAIL.md E80): what is permanent or a complaint stops an address at once. */
export const bounceKinds = ['permanent', 'transient', 'complaint', 'suppressed'] as const;
export type BounceKind = (typeof bounceKinds)[number];

/** What an area does with a mail of somebody nobody knows: answer how to join, or ask its moderators. */
export const strangerRules = ['refuse', 'hold'] as const;
export type StrangerRule = (typeof strangerRules)[number];

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
  'split',
  'split-off',
  'merge',
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

/** What became of looking for text in a file: found, not possible (broken, encrypted), or none to find (an image). */
export const fileTextStates = ['read', 'unreadable', 'none'] as const;
export type FileTextState = (typeof fileTextStates)[number];
