/** curl itself, for failures without a status: no server’s log tells of them, only what the client prints. */
import { adapter } from '../../adapter.ts';

export default adapter({
  id: 'curl',
  name: 'curl',
  software: 'curl',
  // nftables: firewalls that reject or drop.
  packages: ['curl', 'nftables'],
  program: 'curl',
  version: { command: 'curl --version', pattern: /curl ([\d.]+)/ },
  user: 'nobody',
  dropsRights: false,
  port: 0,
  places: [],
  files: () => ({}),
  // It runs when the request is made; the stage starts nothing.
  command: () => [],
  ready: () => ({ tcp: 0 }),
  logs: {},
  stop: 'SIGTERM',
  // How a connection is closed that nobody needs any more is chance.
  noise: [/storeLateRelease/, /shutdown\(\) failed \(107: /],
  masks: [
    // How much passes before a disk is full depends on buffers.
    [/(?<="GET \/ HTTP\/1\.1" 200 )\d{7}\b/g, '6000000'],
    // The milliseconds of a proxy that answers at once.
    [/^1795230000\.000 +\d{1,2}(?= 127\.)/gm, '1795230000.000      0'],
  ],
});
