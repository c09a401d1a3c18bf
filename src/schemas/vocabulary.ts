/**
 * The closed vocabularies of the guide. Types, labels, routes and checks derive from these lists;
 * adding a word here is the only step needed to allow it in content.
 */

/** How an error reaches a person: as a 4xx, as a 5xx, or with no status at all. */
export const CATEGORIES = {
  'client-error': {
    label: 'Client error',
    plural: 'Client errors',
    range: '400–499',
    blurb: 'The server answered: something about the request is not acceptable.',
  },
  'server-error': {
    label: 'Server error',
    plural: 'Server errors',
    range: '500–599',
    blurb: 'The request may be fine; a machine on the serving side failed.',
  },
  connection: {
    label: 'Connection failure',
    plural: 'Connection failures',
    range: 'no status',
    blurb: 'No HTTP answer arrived at all, so there is no status code.',
  },
} as const;
export type Category = keyof typeof CATEGORIES;

/** The chain a request passes, in order. `network` stands for DNS and everything between the machines. */
export const HOPS = {
  client: { label: 'You', long: 'your browser, app or script' },
  network: { label: 'DNS & network', long: 'name resolution, the network, VPNs and firewalls' },
  cdn: { label: 'CDN', long: 'the content delivery network' },
  balancer: { label: 'Load balancer', long: 'the load balancer' },
  proxy: { label: 'Proxy', long: 'the web server or reverse proxy' },
  application: { label: 'Application', long: 'the application' },
  database: { label: 'Database', long: 'the database and other services behind the application' },
} as const;
export type Hop = keyof typeof HOPS;

/** How often a cause is behind the error, most frequent first; the order is the order in an article. */
export const LIKELIHOODS = {
  common: { label: 'common', dots: 3 },
  occasional: { label: 'occasional', dots: 2 },
  rare: { label: 'rare', dots: 1 },
} as const;
export type Likelihood = keyof typeof LIKELIHOODS;

/** Who can carry out a fix. */
export const AUDIENCES = {
  visitor: { label: 'visitor' },
  developer: { label: 'developer' },
  operator: { label: 'operator' },
} as const;
export type Audience = keyof typeof AUDIENCES;

/** Where a text is met: decides how much it says about who wrote it. */
export const PLACES = {
  page: { label: 'on the page' },
  'status-line': { label: 'in the status line' },
  header: { label: 'in a response header' },
  browser: { label: 'in the browser' },
  curl: { label: 'from curl' },
  'error-log': { label: 'in the error log' },
  'access-log': { label: 'in the access log' },
  console: { label: 'on the console' },
  json: { label: 'in the JSON body' },
} as const;
export type Place = keyof typeof PLACES;

/** What a limit or timeout is about: those of the same kind are compared along the chain. */
export const MEASURES = {
  connect: { label: 'to connect to the next hop', unit: 's' },
  answer: { label: 'for the next hop to begin its answer', unit: 's' },
  idle: { label: 'that an idle connection is kept', unit: 's' },
  request: { label: 'for the request to arrive', unit: 's' },
  work: { label: 'that the request may take in all', unit: 's' },
  'request-line': { label: 'of the request line or address', unit: 'B' },
  headers: { label: 'of the request headers', unit: 'B' },
  body: { label: 'of the request body', unit: 'B' },
  'response-headers': { label: 'of the response headers', unit: 'B' },
} as const;
export type Measure = keyof typeof MEASURES;

/** Shells in which a command of the guide runs as pasted. */
export const SHELLS = {
  posix: { label: 'Linux, macOS' },
  powershell: { label: 'PowerShell' },
  browser: { label: 'Browser developer tools' },
} as const;
export type Shell = keyof typeof SHELLS;

/** Every program or service that sends or logs errors. Ids are permanent: addresses and the API use them. */
export const SOFTWARE = {
  nginx: 'nginx',
  apache: 'Apache httpd',
  haproxy: 'HAProxy',
  varnish: 'Varnish',
  caddy: 'Caddy',
  traefik: 'Traefik',
  envoy: 'Envoy',
  squid: 'Squid',
  lighttpd: 'lighttpd',
  iis: 'IIS',
  cloudflare: 'Cloudflare',
  cloudfront: 'Amazon CloudFront',
  'aws-alb': 'AWS Application Load Balancer',
  'aws-api-gateway': 'Amazon API Gateway',
  'google-cloud-lb': 'Google Cloud Load Balancing',
  azure: 'Azure',
  akamai: 'Akamai',
  fastly: 'Fastly',
  heroku: 'Heroku',
  vercel: 'Vercel',
  netlify: 'Netlify',
  'php-fpm': 'PHP-FPM',
  gunicorn: 'gunicorn',
  uwsgi: 'uWSGI',
  tomcat: 'Tomcat',
  jetty: 'Jetty',
  node: 'Node.js',
  django: 'Django',
  flask: 'Flask',
  rails: 'Rails',
  laravel: 'Laravel',
  'aspnet-core': 'ASP.NET Core',
  browser: 'Browsers',
  curl: 'curl',
  uvicorn: 'Uvicorn',
  puma: 'Puma',
  h2o: 'H2O',
  nghttpx: 'nghttpx',
  trafficserver: 'Apache Traffic Server',
  tinyproxy: 'Tinyproxy',
  'mini-httpd': 'mini_httpd',
  hitch: 'Hitch',
  wordpress: 'WordPress',
  openresty: 'OpenResty',
  kubernetes: 'Kubernetes',
  python: 'Python',
  java: 'Java',
  go: 'Go',
  dotnet: '.NET',
  spring: 'Spring',
  tornado: 'Tornado',
  exchange: 'Microsoft Exchange',
  cpanel: 'cPanel and CloudLinux',
  shopify: 'Shopify',
  pantheon: 'Pantheon',
  esri: 'Esri ArcGIS',
  twitter: 'Twitter (X)',
  linkedin: 'LinkedIn',
  'ssl-labs': 'Qualys SSL Labs',
  anthropic: 'Anthropic API',
} as const;
export type Software = keyof typeof SOFTWARE;

/** Programs that are a build of another one, or run inside it: who looks for the writer finds it under that name too. */
export const BUILT_ON: Partial<Record<Software, Software>> = {
  openresty: 'nginx',
  kubernetes: 'nginx',
  cpanel: 'apache',
  spring: 'tomcat',
  exchange: 'iis',
  dotnet: 'aspnet-core',
  wordpress: 'php-fpm',
};

/** The program under which somebody looks for the writer: a build counts as the program it is built on. */
export const familyOf = (software: Software): Software => BUILT_ON[software] ?? software;

/** The keys of a vocabulary as a non-empty tuple, the shape that zod's enum wants. */
export function keysOf<K extends string>(vocabulary: Record<K, unknown>): [K, ...K[]] {
  return Object.keys(vocabulary) as [K, ...K[]];
}
