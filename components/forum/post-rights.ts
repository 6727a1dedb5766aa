// What this reader may do with a post: the page asks the policies, the post shows a button for each yes.
export type PostRight =
  | 'thank'
  | 'quote'
  | 'edit'
  | 'history'
  | 'choose'
  | 'unchoose'
  | 'keepUnread'
  | 'remove'
  | 'report'
  | 'hide'
  | 'sign'
  | 'show'
  | 'split';

export type PostRights = Readonly<Record<PostRight, boolean>>;
