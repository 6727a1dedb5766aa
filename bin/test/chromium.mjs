// Finds a real Chromium for the browser journeys, or installs Debian's where that is allowed.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** @returns {string} the path of the program; ends the process with one sentence where there is none */
export function ensureChromium() {
  const found = find() ?? (mayInstall() && installed() ? find() : undefined);
  if (found) return found;
  process.stderr.write(
    'The browser journeys need Chromium: install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH.\n',
  );
  process.exit(1);
}

/** @returns {string | undefined} */
function find() {
  const named = process.env.CHROMIUM_PATH;
  if (named && existsSync(named)) return named;
  for (const folder of (process.env.PATH ?? '').split(':')) {
    const name = names.find((one) => existsSync(`${folder}/${one}`));
    if (name) return `${folder}/${name}`;
  }
  const own = chromium.executablePath();
  return own && existsSync(own) ? own : undefined;
}

function mayInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installed() {
  process.stdout.write('· installing Chromium with apt …\n');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      env,
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}
