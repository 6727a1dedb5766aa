// The deeds of adhesions and of the registry, with who may do them: rows of the table of authorization.test.ts.

import { chooseRequiredRoles } from '@/lib/auth/second-factor/choose-required-roles';
import { resetSecondFactor } from '@/lib/auth/second-factor/reset-second-factor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { addActFile } from '@/lib/membership/acts/add-act-file';
import type { ActPlace } from '@/lib/membership/acts/find-writable';
import { removeActFile } from '@/lib/membership/acts/remove-act-file';
import { saveAct } from '@/lib/membership/acts/save-act';
import { sendAct } from '@/lib/membership/acts/send-act';
import { admit } from '@/lib/membership/examining/admit';
import { chooseSettings } from '@/lib/membership/examining/choose-settings';
import { handleInterest } from '@/lib/membership/examining/handle-interest';
import { endDue } from '@/lib/membership/standing/end-due';
import { mergeInto } from '@/lib/membership/standing/merge-into';
import { openWithdrawal } from '@/lib/membership/standing/open-withdrawal';
import { takeStep } from '@/lib/membership/take-step';
import { importRegistry } from '@/lib/registry/import-registry';
import { pdf } from './adhesion-stage';
import type { Row } from './authorization';

const office: Row['allowed'] = ['coordinator', 'system'];

export const adhesionRows: Row[] = [
  {
    file: 'lib/auth/second-factor/choose-required-roles.ts',
    act: 'choose who needs a second factor',
    run: (ctx) => chooseRequiredRoles(ctx, ['admin']),
    allowed: ['coordinator', 'admin', 'system'],
  },
  {
    file: 'lib/auth/second-factor/reset-second-factor.ts',
    act: 'switch off the second factor of an operator',
    run: (ctx) => resetSecondFactor(ctx, { email: 'matteo@segrate.example' }),
    allowed: ['coordinator', 'system'],
  },
  {
    file: 'lib/membership/take-step.ts',
    act: 'suspend a member',
    run: (ctx, { world }) =>
      takeStep(ctx, { organizationId: world.organizations.segrate, deed: 'suspend', reason: 'Prova' }),
    allowed: office,
  },
  {
    file: 'lib/membership/examining/admit.ts',
    act: 'admit an organisation',
    run: (ctx, { world }) => admit(ctx, { organizationId: world.organizations.sovico }),
    allowed: office,
  },
  {
    file: 'lib/membership/examining/choose-settings.ts',
    act: 'choose how adhesions are examined',
    run: (ctx) => chooseSettings(ctx, { fourEyes: true }),
    allowed: office,
  },
  {
    file: 'lib/membership/examining/handle-interest.ts',
    act: 'mark a request for information as answered',
    run: (ctx) => handleInterest(ctx, { interestId: newId() }),
    allowed: ['coordinator', 'system'],
  },
  {
    file: 'lib/membership/standing/merge-into.ts',
    act: 'merge two communes',
    run: (ctx, { world }) =>
      mergeInto(ctx, { organizationId: world.organizations.segrate, intoId: world.organizations.sandonato }),
    allowed: office,
  },
  {
    file: 'lib/membership/standing/open-withdrawal.ts',
    act: 'prepare the withdrawal of Segrate',
    run: (ctx, { world }) => openWithdrawal(ctx, { organizationId: world.organizations.segrate }),
    allowed: ['referent', 'coordinator'],
  },
  {
    file: 'lib/membership/standing/end-due.ts',
    act: 'end memberships whose notice is over',
    run: (ctx) => endDue(ctx),
    allowed: ['system'],
  },
  {
    file: 'lib/registry/import-registry.ts',
    act: 'import communes',
    run: (ctx) => importRegistry(ctx, { rows: [], isComplete: false, asOf: '2026-12-01', isDryRun: true }),
    allowed: ['system'],
  },
  ...(
    [
      ['save-act', 'write down', (ctx, place) => saveAct(ctx, place, {})],
      [
        'add-act-file',
        'lay a file beside',
        (ctx, place) => addActFile(ctx, place, { name: 'a.pdf', bytes: pdf, signer: '' }, '/nowhere'),
      ],
      ['remove-act-file', 'take a file from', (ctx, place) => removeActFile(ctx, place, newId())],
      ['send-act', 'send', (ctx, place) => sendAct(ctx, place)],
    ] satisfies [string, string, (ctx: Context, place: ActPlace) => Promise<unknown>][]
  ).map(
    ([file, words, run]): Row => ({
      file: `lib/membership/acts/${file}.ts`,
      act: `${words} the act of Segrate`,
      run: (ctx, { world }) => run(ctx, { organizationId: world.organizations.segrate }),
      allowed: ['referent', 'coordinator', 'system'],
    }),
  ),
];
