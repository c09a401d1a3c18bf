/** Fails the build when content/ does not hold together, with every problem and its remedy. */
import type { AstroIntegration } from 'astro';
import { checkContent, report } from '../library/check.ts';

export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': ({ command, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        const { problems } = checkContent('content');
        if (!problems.length) return;
        if (command === 'dev') logger.warn(`\n${report(problems)}`);
        else throw new Error(`content does not hold together\n\n${report(problems)}\n`);
      },
    },
  };
}
