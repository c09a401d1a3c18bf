/** Transcripts that the page offers to try: one of each kind of text. */
export const EXAMPLES: readonly { id: string; label: string; part: 'all' | 'log' | 'page' }[] = [
  { id: 'nginx/502-connect-refused', label: 'nginx’s error log', part: 'log' },
  { id: 'haproxy/503-connect-refused', label: 'a HAProxy log line', part: 'log' },
  { id: 'varnish/503-connect-refused', label: 'an error page', part: 'page' },
  { id: 'apache/403-denied-by-config', label: 'curl and Apache’s log', part: 'all' },
  { id: 'curl/tls-self-signed', label: 'no answer at all', part: 'all' },
  { id: 'tomcat/400-invalid-character', label: 'a Java stack trace', part: 'all' },
];
