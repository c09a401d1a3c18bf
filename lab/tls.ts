/** The certificates of the lab: made anew for each run of it, never committed. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Certificate {
  name: string;
  subject: string;
  /** Names and addresses it is good for. */
  names?: string;
  /** Signed by this one; by itself if absent. */
  by?: string;
  authority?: boolean;
  /** openssl x509 -days; negative ones are expired. */
  days?: number;
}

/**
 * What scenarios can use as /srv/lab/tls/<name>.pem and <name>.key. `ca` signs `site`, `other-site`, `client` and
 * `expired`; `chain` signs `chained`, so that a server may forget to send it. `self` and `stranger` vouch for themselves.
 */
const CERTIFICATES: Certificate[] = [
  { name: 'ca', subject: 'Lab CA', authority: true },
  { name: 'chain', subject: 'Lab Intermediate CA', by: 'ca', authority: true },
  { name: 'site', subject: 'a.test', names: 'DNS:a.test,DNS:localhost,IP:127.0.0.1', by: 'ca' },
  { name: 'other-site', subject: 'b.test', names: 'DNS:b.test', by: 'ca' },
  { name: 'chained', subject: 'a.test', names: 'DNS:a.test,DNS:localhost,IP:127.0.0.1', by: 'chain' },
  { name: 'expired', subject: 'a.test', names: 'DNS:a.test,DNS:localhost,IP:127.0.0.1', by: 'ca', days: -1 },
  { name: 'self', subject: 'a.test', names: 'DNS:a.test,DNS:localhost,IP:127.0.0.1' },
  { name: 'client', subject: 'Bob', by: 'ca' },
  { name: 'stranger', subject: 'Eve' },
];

const openssl = (args: string[], folder: string): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
};

function make({ name, subject, names, by, authority, days = 30 }: Certificate, folder: string): void {
  const extensions = [
    `basicConstraints=critical,CA:${authority ? 'TRUE' : 'FALSE'}`,
    ...(names ? [`subjectAltName=${names}`] : []),
  ];
  writeFileSync(join(folder, `${name}.ext`), extensions.join('\n'));
  openssl(
    [
      'req',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-subj',
      `/CN=${subject}`,
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
    ],
    folder,
  );
  const signer = by
    ? ['-CA', `${by}.pem`, '-CAkey', `${by}.key`, '-CAcreateserial']
    : ['-signkey', `${name}.key`];
  openssl(
    [
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      ...signer,
      '-days',
      String(days),
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.pem`,
    ],
    folder,
  );
}

/** Makes all certificates in the folder. Readable by everyone: they protect nothing. Throws what openssl says. */
export function makeCertificates(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const certificate of CERTIFICATES) make(certificate, folder);
  execFileSync(
    'bash',
    ['-c', 'cat chained.pem chain.pem > full-chain.pem; cp chained.key full-chain.key; chmod 644 *'],
    { cwd: folder },
  );
}
