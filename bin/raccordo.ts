// The administrator's command line. Each command lives in its own file and is one line of the table below.
import { randomUUID } from 'node:crypto';
import { SettingsError } from '@/lib/env';

/** Each is loaded when it is asked for: who reads one mail waits for no database driver. */
const commands = {
  area: () => import('./commands/area'),
  audit: () => import('./commands/audit'),
  mail: () => import('./commands/mail'),
  organization: () => import('./commands/organization'),
  person: () => import('./commands/person'),
  registry: () => import('./commands/registry'),
  search: () => import('./commands/search'),
};
const notUnderstood = 2;

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  const lines = all.flatMap(({ usage }) => usage.split('\n')).map((usage) => `  raccordo ${usage}`);
  return `Usage: npm run -s raccordo -- COMMAND …\n\n${lines.join('\n')}\n`;
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(await overview());
    return 0;
  }
  if (!Object.hasOwn(commands, name)) {
    process.stderr.write(`There is no command "${name}": --help shows those there are.\n`);
    return notUnderstood;
  }
  const command = await commands[name as keyof typeof commands]();
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(command.usage.replace(/^/gm, 'raccordo ').concat('\n'));
    return 0;
  }
  return command.run(args);
}

/** A bug is logged whole under a code that its reporter can name. */
function reportBug(error: unknown): number {
  const code = randomUUID().slice(0, 8);
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`Something failed because of an error of the program. Code to report: ${code}.\n`);
  process.stderr.write(`[${code}] ${details}\n`);
  return 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof SettingsError) process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof SettingsError ? 1 : reportBug(error);
}
