// All tables in one name: the only barrel in the house, for drizzle and for queries.
export * from './audit';
export * from './auth';
export * from './delivery';
export * from './depth';
export * from './drafts';
export * from './files';
export * from './forum';
export * from './mail';
export * from './memberships';
export * from './moderation';
export * from './notifications';
export * from './organizations';
export * from './people';
export * from './registry';
export * from './saving';
export * from './search';
export * from './settings';
