/** npm run lab:setup: installs the servers of the lab on Debian 12, and the Node.js packages of lab/apps. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { missingServers } from './run/servers.ts';
import { whyNoStage } from './run/phase.ts';
import { loadServers } from './servers/index.ts';

const USAGE = `usage: npm run lab:setup [-- --list]

Installs the Debian packages that the adapters in lab/servers name, and the Node.js packages of lab/apps.
  --list    prints the Debian packages and does nothing`;

/** What the lab itself needs. */
const TOOLS = ['curl', 'openssl', 'iproute2', 'util-linux', 'python3'];
/** Forbids that a package starts its server while it is installed. Source: /usr/share/doc/init-system-helpers/README.policy-rc.d.gz */
const POLICY = '/usr/sbin/policy-rc.d';

function run(command: string, args: string[], remedy: string): void {
  console.log(`\n$ ${command} ${args.join(' ')}`);
  const { status, error } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status === 0) return;
  console.error(`\n${command} failed${error ? `: ${error.message}` : ''}\n  → ${remedy}`);
  process.exit(1);
}

function refuse(message: string): never {
  console.error(message);
  process.exit(2);
}

/** Refuses where this cannot work, with what to do there. */
function checkSystem(packages: string[]): void {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  if (!/^VERSION_CODENAME=bookworm$/m.test(release))
    refuse(
      `this is not Debian 12, and the evidence names its versions.\n  → run the lab in a container: docker run --privileged -it -v "$PWD":/site -w /site debian:12\n  → or install these by hand and use --allow-missing for what you lack: ${packages.join(' ')}`,
    );
  if (process.getuid?.() !== 0) refuse('this installs packages: run it as root (sudo npm run lab:setup)');
}

function installPackages(packages: string[]): void {
  const mine = !existsSync(POLICY);
  if (mine) writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    run('apt-get', ['update', '-qq'], 'is the network there? /etc/apt/sources.list must name bookworm');
    const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
    run('apt-get', args, 'read what apt-get says above; "apt-get -f install" mends half-installed packages');
  } finally {
    if (mine) rmSync(POLICY, { force: true });
  }
}

function readOptions(): { list?: boolean | undefined; help?: boolean | undefined } {
  try {
    return parseArgs({ options: { list: { type: 'boolean' }, help: { type: 'boolean' } } }).values;
  } catch (error) {
    return refuse(`${(error as Error).message}\n\n${USAGE}`);
  }
}

const { list, help } = readOptions();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
const servers = await loadServers();
const packages = [
  ...new Set([...TOOLS, ...[...servers.values()].flatMap((server) => server.packages)]),
].sort();
if (list) {
  console.log(packages.join('\n'));
  process.exit(0);
}
checkSystem(packages);
installPackages(packages);
run(
  'npm',
  ['ci', '--prefix', join(import.meta.dirname, 'apps')],
  'delete lab/apps/node_modules and try again',
);
const missing = missingServers(servers);
if (missing.size)
  refuse(
    `still missing:\n${[...missing].map(([id, what]) => `  ${id}: ${what}`).join('\n')}\n  → correct packages or program in lab/servers/<server>/server.ts`,
  );
const impossible = whyNoStage();
if (impossible) refuse(impossible);
console.log(`\n${servers.size} servers are ready. Next: npm run lab -- --check`);
