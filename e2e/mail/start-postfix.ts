// A real Postfix in a folder of its own, on a port of its own, that relays everything to the receiver.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@/bin/start/free-port';
import { runProgram } from './run-program';

export type Postfix = { port: number; stop: () => Promise<void> };

const firstPort = 3825;

/** Postfix gives up the rights of root by itself and therefore begins with them. */
export function mayRunPostfix(): boolean {
  if (process.getuid?.() === 0) return true;
  process.stdout.write('Skipped: Postfix can be started by root alone.\n');
  return false;
}

/** @param relayTo port of the receiver on this machine */
export async function startPostfix(relayTo: number): Promise<Postfix> {
  const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-postfix-'));
  chmodSync(folder, 0o755);
  const port = await freePort('127.0.0.1', firstPort);
  const settings = path.join(folder, 'etc');
  for (const name of ['etc', 'queue', 'data']) mkdirSync(path.join(folder, name));
  const owner = Number(spawnSync('id', ['-u', 'postfix'], { encoding: 'utf8' }).stdout);
  chownSync(path.join(folder, 'data'), owner, statSync(folder).gid);
  writeFileSync(path.join(settings, 'main.cf'), mainSettings(folder, relayTo));
  writeFileSync(path.join(settings, 'master.cf'), masterSettings(port));
  await runProgram('postfix', ['-c', settings, 'start']);
  return {
    port,
    stop: async () => {
      await runProgram('postfix', ['-c', settings, 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mainSettings(folder: string, relayTo: number): string {
  const lines = [
    ...['compatibility_level = 3.6', `queue_directory = ${folder}/queue`, `data_directory = ${folder}/data`],
    ...['command_directory = /usr/sbin', 'daemon_directory = /usr/lib/postfix/sbin'],
    ...['mail_owner = postfix', 'setgid_group = postdrop', 'myhostname = relay.prova.example'],
    ...[
      'inet_interfaces = 127.0.0.1',
      'inet_protocols = ipv4',
      'mynetworks = 127.0.0.0/8',
      'mydestination =',
    ],
    ...[`relayhost = [127.0.0.1]:${relayTo}`, 'smtp_tls_security_level = may'],
    ...['smtpd_relay_restrictions = permit_mynetworks, reject', 'alias_maps =', 'alias_database ='],
  ];
  return `${lines.join('\n')}\n`;
}

/** Nothing in a chroot: the folder holds no copy of the system. */
function masterSettings(port: number): string {
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    ...['cleanup unix n - n - 0 cleanup', 'qmgr unix n - n 300 1 qmgr', 'tlsmgr unix - - n 1000? 1 tlsmgr'],
    ...[
      'rewrite unix - - n - - trivial-rewrite',
      'bounce unix - - n - 0 bounce',
      'defer unix - - n - 0 bounce',
    ],
    ...['trace unix - - n - 0 bounce', 'proxymap unix - - n - - proxymap', 'smtp unix - - n - - smtp'],
    ...['relay unix - - n - - smtp', 'error unix - - n - - error', 'retry unix - - n - - error'],
    ...['anvil unix - - n - 1 anvil', 'scache unix - - n - 1 scache'],
  ];
  return `${services.join('\n')}\n`;
}
