// The administrator's command line. Each command lives in its own file and is one line of the table below.
import { randomUUID } from 'node:crypto';
import { SettingsError } from '@/lib/env';
import * as area from './commands/area';
import * as audit from './commands/audit';
import * as mail from './commands/mail';
import * as organization from './commands/organization';
import * as person from './commands/person';
import * as search from './commands/search';

const commands = [area, audit, mail, organization, person, search];
const notUnderstood = 2;

function overview(): string {
  const lines = commands.flatMap(({ usage }) => usage.split('\n')).map((usage) => `  raccordo ${usage}`);
  return `Usage: npm run -s raccordo -- COMMAND …\n\n${lines.join('\n')}\n`;
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(overview());
    return 0;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    process.stderr.write(`There is no command "${name}": --help shows those there are.\n`);
    return notUnderstood;
  }
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
