/**
 * Finds a Chromium for the browser tests, or installs one by whichever way the machine allows.
 *
 *   node tests/chromium.ts          install one if there is none; exits with 1 and says how if it can't
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** Path of a browser that is installed; undefined if there is none. CHROMIUM_PATH comes first. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM_PATH'], ...KNOWN, chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0;

function install(): void {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('No Chromium found; installing the Debian package …');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  if (findChromium()) return;
  console.log('No Chromium found; asking Playwright for its own …');
  run('npx', ['playwright', 'install', 'chromium']);
}

if (import.meta.main) {
  if (!findChromium()) install();
  const path = findChromium();
  if (path) console.log(`Chromium: ${path}`);
  else {
    console.error(
      'The browser tests need Chromium, and none could be installed here.\n' +
        'Install one (Debian: apt-get install chromium; elsewhere: npx playwright install chromium),\n' +
        'or set CHROMIUM_PATH to its program, and run the tests again.',
    );
    process.exit(1);
  }
}
