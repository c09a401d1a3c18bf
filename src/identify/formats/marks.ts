/** Header fields and names by which a program is known. Data only. */
import type { Software } from '../../schemas/vocabulary.ts';

/** A header field, or a name on a page, that tells who was there. */
export interface Mark {
  pattern: RegExp;
  software: Software;
  label: string;
  /** How strongly it speaks for its being the one that wrote the answer. */
  weight: number;
}

export const MARKS: readonly Mark[] = [
  {
    pattern: /\bIf you are the application owner check the logs for more information\b/,
    software: 'rails',
    label: 'the last sentence of Rails’ pages',
    weight: 5,
  },
  {
    pattern: /\bThe proxy server could not handle the request\b|^Proxy Error$/,
    software: 'apache',
    label: 'the words of mod_proxy',
    weight: 5,
  },
  {
    pattern: /-\/\/IETF\/\/DTD HTML 2\.0\/\/EN/,
    software: 'apache',
    label: 'the document type of Apache’s pages',
    weight: 4,
  },
  {
    pattern: /\bUsing the URLconf defined in\b|\byou have DEBUG = True in your Django settings\b/,
    software: 'django',
    label: 'Django’s page for developers',
    weight: 8,
  },
  { pattern: /\bInvalid HTTP_HOST header\b/, software: 'django', label: 'Django’s words', weight: 8 },
  {
    pattern: /\[Symbol\(k\w{2,30}\)\]|\bstatusMessage: '|\brawHeaders: \[/,
    software: 'node',
    label: 'an object as Node.js prints it',
    weight: 4,
  },
  { pattern: /\bHTTP Error \d{3}\.\d{1,4}\b/, software: 'iis', label: 'the numbering of IIS', weight: 6 },
  {
    pattern:
      /\bcontroller=\w{1,80} action=\w{1,80} (?:format=\S{1,20} )?status=|\b(?:ActionView|ActionController|ActiveRecord|ActionDispatch)::/,
    software: 'rails',
    label: 'a part of Rails',
    weight: 6,
  },
  { pattern: /"Varnish-Side": ?"/, software: 'varnish', label: 'a field of varnishncsa', weight: 8 },
  {
    pattern: /\b(?:localhost_access_log\.|tomcat\d{0,2}\/logs\b)/,
    software: 'tomcat',
    label: 'a file of Tomcat',
    weight: 4,
  },
  {
    pattern: /\brequested URL could not be retrieved\b/i,
    software: 'squid',
    label: 'Squid’s page',
    weight: 6,
  },
  {
    pattern: /"textPayload": ?"|\bcloud\.google\.com\/run\/docs\b/,
    software: 'google-cloud-lb',
    label: 'Google Cloud’s log',
    weight: 4,
  },
  {
    pattern: /\bCloudflare challenge\b/i,
    software: 'cloudflare',
    label: 'Cloudflare’s challenge',
    weight: 5,
  },
  // PHP-FPM answers itself; nginx and httpd only pass on and log what it writes to its error stream.
  {
    pattern:
      /\bFastCGI sent in stderr: "(?:Primary script unknown|PHP message|Access to the script|Unable to open primary script)|\bAH01071: Got error '(?:Primary script unknown|PHP message|Access to the script)/,
    software: 'php-fpm',
    label: 'what PHP-FPM wrote to its error stream',
    weight: 16,
  },
  {
    pattern: /\belb_status_code\b|"elb": ?"app\//,
    software: 'aws-alb',
    label: 'a field of an AWS load balancer’s log',
    weight: 7,
  },
  { pattern: /\bFastly error: /, software: 'fastly', label: 'Fastly’s name in the message', weight: 8 },
  { pattern: /\bApache-Error: /, software: 'apache', label: 'Apache’s name in the line', weight: 7 },
  {
    pattern:
      /\bvulcand\/oxy\b|\btraefik\b.{0,40}\blevel=|\blevel=\w+ msg="'\d{3} [A-Z][A-Za-z ]+' caused by: /,
    software: 'traefik',
    label: 'a part of Traefik',
    weight: 6,
  },
  { pattern: /\bBad Message \d{3}\b/, software: 'jetty', label: 'Jetty’s words', weight: 5 },
  {
    pattern: /\bProblem accessing \/|^URI:\s/,
    software: 'jetty',
    label: 'Jetty’s page',
    weight: 5,
  },
  { pattern: /\bWhitelabel Error Page\b/, software: 'spring', label: 'Spring Boot’s page', weight: 7 },
  {
    pattern: /"timestamp": ?"?[\dT:.+Z-]{10,40}"?, *"(?:path|status)": ?/,
    software: 'spring',
    label: 'Spring Boot’s error document',
    weight: 6,
  },
  {
    pattern: /\bIngress.{0,80}\bnginx\b|\bnginx-ingress\b|\bingress-nginx\b/i,
    software: 'nginx',
    label: 'ingress-nginx',
    weight: 2,
  },
  { pattern: /\bserver: ?nginx\b/i, software: 'nginx', label: 'Server: nginx', weight: 6 },
  { pattern: /\bserver: ?openresty\b/i, software: 'openresty', label: 'Server: openresty', weight: 6 },
  {
    pattern: /\bserver: ?Apache(?!-Coyote| ?Tomcat|TrafficServer)\b/i,
    software: 'apache',
    label: 'Server: Apache',
    weight: 6,
  },
  { pattern: /\bserver: ?Apache-Coyote\b/i, software: 'tomcat', label: 'Server: Apache-Coyote', weight: 6 },
  { pattern: /\bserver: ?ATS\b/i, software: 'trafficserver', label: 'Server: ATS', weight: 6 },
  { pattern: /\bserver: ?Caddy\b/i, software: 'caddy', label: 'Server: Caddy', weight: 6 },
  { pattern: /\bserver: ?lighttpd\b/i, software: 'lighttpd', label: 'Server: lighttpd', weight: 6 },
  { pattern: /\bserver: ?squid\b/i, software: 'squid', label: 'Server: squid', weight: 7 },
  { pattern: /\bserver: ?Varnish\b/i, software: 'varnish', label: 'Server: Varnish', weight: 6 },
  { pattern: /\bserver: ?(?:istio-)?envoy\b/i, software: 'envoy', label: 'Server: envoy', weight: 4 },
  { pattern: /\bserver: ?cloudflare\b/i, software: 'cloudflare', label: 'Server: cloudflare', weight: 5 },
  { pattern: /\bcf-ray: /i, software: 'cloudflare', label: 'CF-RAY', weight: 2 },
  { pattern: /\bserver: ?CloudFront\b/i, software: 'cloudfront', label: 'Server: CloudFront', weight: 7 },
  {
    pattern:
      /\bx-cache: ?(?:Error|LambdaGeneratedResponse|FunctionGeneratedResponse|LimitExceeded|CapacityExceeded) from cloudfront/i,
    software: 'cloudfront',
    label: 'X-Cache: Error from cloudfront',
    weight: 3,
  },
  { pattern: /\bx-amz-cf-(?:id|pop): /i, software: 'cloudfront', label: 'X-Amz-Cf-Id', weight: 1 },
  { pattern: /\bserver: ?awselb\//i, software: 'aws-alb', label: 'Server: awselb', weight: 7 },
  {
    pattern: /\b(?:x-amzn-errortype|x-amz-apigw-id): /i,
    software: 'aws-api-gateway',
    label: 'x-amzn-ErrorType',
    weight: 6,
  },
  {
    pattern: /\bserver: ?Google Frontend\b/i,
    software: 'google-cloud-lb',
    label: 'Server: Google Frontend',
    weight: 5,
  },
  { pattern: /\bvia: ?1\.1 google\b/i, software: 'google-cloud-lb', label: 'Via: 1.1 google', weight: 2 },
  {
    pattern: /\bserver: ?Microsoft-Azure-Application-Gateway\b/i,
    software: 'azure',
    label: 'Server: Microsoft-Azure-Application-Gateway',
    weight: 7,
  },
  { pattern: /\bx-azure-ref: /i, software: 'azure', label: 'X-Azure-Ref', weight: 3 },
  {
    pattern: /\bserver: ?Microsoft-(?:IIS|HTTPAPI)\b/i,
    software: 'iis',
    label: 'Server: Microsoft-IIS',
    weight: 6,
  },
  { pattern: /\bserver: ?AkamaiGHost\b/i, software: 'akamai', label: 'Server: AkamaiGHost', weight: 7 },
  {
    pattern: /\bx-served-by: ?cache-[a-z0-9-]+/i,
    software: 'fastly',
    label: 'X-Served-By: cache-…',
    weight: 2,
  },
  {
    pattern: /\bcache-[a-z]{3,5}\d{3,10}-[A-Z]{3}\b/,
    software: 'fastly',
    label: 'a Fastly cache’s name',
    weight: 7,
  },
  { pattern: /\bserver: ?Vercel\b/i, software: 'vercel', label: 'Server: Vercel', weight: 4 },
  { pattern: /\bx-vercel-error: /i, software: 'vercel', label: 'X-Vercel-Error', weight: 8 },
  {
    pattern: /\b[a-z]{3}1::[a-z0-9:-]{6,60}\d{10,13}-[0-9a-f]{8,16}\b/,
    software: 'vercel',
    label: 'a request ID of Vercel',
    weight: 6,
  },
  { pattern: /\bserver: ?Netlify\b/i, software: 'netlify', label: 'Server: Netlify', weight: 5 },
  {
    pattern: /\b(?:server: ?(?:Cowboy|heroku)|via: ?(?:1\.1|2\.0) (?:vegur|heroku-router))\b/i,
    software: 'heroku',
    label: 'Heroku’s router in a header',
    weight: 3,
  },
  { pattern: /\bserver: ?gunicorn\b/i, software: 'gunicorn', label: 'Server: gunicorn', weight: 4 },
  { pattern: /\bserver: ?uvicorn\b/i, software: 'uvicorn', label: 'Server: uvicorn', weight: 4 },
  {
    pattern: /\bserver: ?(?:WSGIServer|Werkzeug)\b/i,
    software: 'flask',
    label: 'Server: Werkzeug',
    weight: 4,
  },
  { pattern: /\bserver: ?Jetty\b/i, software: 'jetty', label: 'Server: Jetty', weight: 5 },
  { pattern: /\bserver: ?h2o\//i, software: 'h2o', label: 'Server: h2o', weight: 6 },
  { pattern: /\bserver: ?mini_httpd\b/i, software: 'mini-httpd', label: 'Server: mini_httpd', weight: 6 },
  { pattern: /\bserver: ?tinyproxy\b/i, software: 'tinyproxy', label: 'Server: tinyproxy', weight: 6 },
  { pattern: /\bserver: ?nghttpx\b/i, software: 'nghttpx', label: 'Server: nghttpx', weight: 6 },
  { pattern: /\bserver: ?TornadoServer\b/i, software: 'tornado', label: 'Server: TornadoServer', weight: 5 },
  { pattern: /\bserver: ?Kestrel\b/i, software: 'aspnet-core', label: 'Server: Kestrel', weight: 5 },
  {
    pattern: /^(?:< )?Keep-Alive: timeout=\d+$/,
    software: 'node',
    label: 'Keep-Alive without max, as Node.js sends it',
    weight: 2.5,
  },
  {
    pattern: /^(?:< )?HTTP\/1\.1 \d{3} $/,
    software: 'tomcat',
    label: 'a status line without a reason, as Tomcat sends it',
    weight: 1.5,
  },
  { pattern: /\bx-powered-by: ?Express\b/i, software: 'node', label: 'X-Powered-By: Express', weight: 3 },
  { pattern: /\bx-powered-by: ?ASP\.NET\b/i, software: 'iis', label: 'X-Powered-By: ASP.NET', weight: 1 },
  { pattern: /\bx-squid-error: /i, software: 'squid', label: 'X-Squid-Error', weight: 7 },
  { pattern: /\bvia: ?1\.1 varnish\b/i, software: 'varnish', label: 'Via: 1.1 varnish', weight: 1 },
  {
    pattern: /\bx-envoy-(?:upstream-service-time|overloaded|ratelimited): /i,
    software: 'envoy',
    label: 'a header of Envoy',
    weight: 2,
  },
  // Names that error pages carry.
  {
    pattern: /<center>nginx(?:\/[\d.]+)?(?: \([^)]{1,30}\))?<\/center>/i,
    software: 'nginx',
    label: 'nginx’s name below the page',
    weight: 6,
  },
  {
    pattern: /^\s*nginx(?:\/\d+\.\d+\.\d+)?(?: \([A-Za-z]{3,12}\))?\s*$/,
    software: 'nginx',
    label: 'nginx’s name below the page',
    weight: 6,
  },
  { pattern: /\bnginx\/\d+\.\d+\.\d+/i, software: 'nginx', label: 'nginx with its version', weight: 3 },
  {
    pattern: /^\s*openresty(?:\/[\d.]+)?\s*$|<center>openresty/,
    software: 'openresty',
    label: 'OpenResty’s name below the page',
    weight: 7,
  },
  {
    pattern: /\bMicrosoft-Azure-Application-Gateway\/v\d/,
    software: 'azure',
    label: 'Application Gateway’s name below the page',
    weight: 9,
  },
  {
    pattern: /\bApache(?:\/[\d.]+)?(?: \([^)]{1,40}\))?(?: [^ ]{1,60}){0,8} Server at [^ ]{1,255} Port \d+/,
    software: 'apache',
    label: 'Apache’s signature below the page',
    weight: 6,
  },
  {
    pattern: /\(squid\/[\w.]{1,20}\)/i,
    software: 'squid',
    label: 'Squid’s name with its version',
    weight: 5,
  },
  {
    pattern: /\bApache Tomcat\/[\d.]+/,
    software: 'tomcat',
    label: 'Tomcat’s name below the page',
    weight: 6,
  },
  { pattern: /\bPowered by Jetty\b/i, software: 'jetty', label: 'Jetty’s name below the page', weight: 6 },
  {
    pattern: /\bGenerated by cloudfront \(CloudFront\)|\bRequest could not be satisfied\b/i,
    software: 'cloudfront',
    label: 'CloudFront’s page',
    weight: 5,
  },
  {
    pattern:
      /\bRay ID:? ?[0-9a-f]{16}\b|\bcf-error-details\b|\bcf_styles-css\b|\| Cloudflare<\/title>|\/cdn-cgi\/|\bPerformance (?:&|and) security by Cloudflare\b/i,
    software: 'cloudflare',
    label: 'Cloudflare’s page',
    weight: 6,
  },
  {
    pattern: /\bReference #?\d{1,2}\.[0-9a-f]{6,10}\.\d{9,11}\.[0-9a-f]{5,10}\b/i,
    software: 'akamai',
    label: 'Akamai’s reference number',
    weight: 7,
  },
  { pattern: /\bakamaiapis\.net\b/, software: 'akamai', label: 'Akamai’s interface', weight: 5 },
  {
    pattern: /\bThat.s (?:an error|all we know)\b|\bError \d{3} \([A-Z][A-Za-z ]{3,40}\)!!1/i,
    software: 'google-cloud-lb',
    label: 'Google’s page',
    weight: 6,
  },
  {
    pattern: /\b(?:VSHttpModule|ASP\.NET Core Module|AspNetCoreModule|\/LM\/W3SVC\/)/,
    software: 'iis',
    label: 'a module of IIS',
    weight: 5,
  },
  {
    pattern: /[\\/]node_modules[\\/]/,
    software: 'node',
    label: 'a stack of Node.js',
    weight: 2,
  },
  { pattern: /\bnode:internal\//, software: 'node', label: 'a stack of Node.js', weight: 4 },
  {
    pattern: /\bAxiosError\b|\bRequest failed with status code \d{3}\b/,
    software: 'node',
    label: 'an error of axios',
    weight: 1,
  },
];
