/** Several servers, one behind the other: which of them answers, and with what. The servers are those of `with`. */
import { adapter } from '../../adapter.ts';
import curl from '../curl/server.ts';

export default adapter({
  ...curl,
  id: 'chain',
  front: 8080,
  noise: [
    // How often a health check came, and how a connection was closed that nobody needed any more, is chance.
    /"GET \S+ HTTP\/1\.0" (444|499) 0 "-" "-"/,
    /\[info\].*recv\(\) failed \(104: /,
    /\b(recv\(\) failed \(104: [^)]*\)|shutdown\(\) failed \(107: [^)]*\)[^,]*), client/,
    // Varnish writes of the client and of the backend in no fixed order: only lines that a scenario names are kept.
    /^ +\d+ \w+ +[bc-] /,
  ],
  masks: [
    // HAProxy’s timers, where a watchdog looks once in a while, or a script needs the processor for its time.
    [/(?<= 0\/0\/0\/)\d+\/\d+(?= 500 165 )/g, '1000/1000'],
    [/(?<= 0\/0\/0\/)\d{4}\/\d{4}(?= 502 289 )/g, '1000/1000'],
    [/(?<= 0\/0\/0\/)500\/500(?= 502 289 )/g, '0/0'],
    // Whether the client still sends its upload when the answer comes is chance.
    [/(?<= (413 328|500 359) - - )(?:CD|SD|--)--/g, '----'],
  ],
});
