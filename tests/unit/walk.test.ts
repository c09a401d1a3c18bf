import { describe, expect, it } from 'vitest';
import { change, formatFragment, parseFragment, walk, type Routes } from '../../src/troubleshoot/walk.ts';

const routes: Routes = {
  start: { fact: 'status', to: { '502': 'writer', '504': 'slow', unsure: 'start-unsure' } },
  writer: { fact: 'emitter', to: { nginx: 'log', apache: 'apache', unsure: 'writer-unsure' } },
  log: { fact: 'log', to: { refused: 'refused', closed: 'closed', unsure: 'log-unsure' } },
};
const at = (facts: Record<string, string>) => walk(routes, facts, 'start').at;

describe('the walk', () => {
  it('stands at the first question that the facts do not answer', () => {
    expect(at({})).toBe('start');
    expect(at({ status: '502' })).toBe('writer');
    expect(at({ status: '502', emitter: 'nginx' })).toBe('log');
    expect(at({ emitter: 'nginx' })).toBe('start');
  });

  it('ends at an outcome', () => {
    expect(at({ status: '502', emitter: 'nginx', log: 'refused' })).toBe('refused');
    expect(at({ status: '504' })).toBe('slow');
  });

  it('takes "not sure" as an answer', () => {
    expect(at({ status: 'unsure' })).toBe('start-unsure');
    expect(at({ status: '502', emitter: 'unsure' })).toBe('writer-unsure');
  });

  it('stops at a question whose answer it does not know', () => {
    expect(at({ status: '777' })).toBe('start');
  });

  it('names the facts it did not ask for', () => {
    expect(walk(routes, { status: '504', log: 'refused' }, 'start').unused).toEqual(['log']);
  });

  it('ends on a cyclic tree', () => {
    const cyclic: Routes = { a: { fact: 'x', to: { y: 'b' } }, b: { fact: 'z', to: { w: 'a' } } };
    expect(walk(cyclic, { x: 'y', z: 'w' }, 'a').steps).toHaveLength(2);
  });
});

describe('changing an answer', () => {
  const facts = { status: '502', emitter: 'nginx', log: 'refused' };

  it('keeps what still holds and drops what is no longer asked', () => {
    expect(change(routes, facts, 'emitter', 'apache', 'start')).toEqual({
      facts: { status: '502', emitter: 'apache' },
      dropped: ['log'],
    });
    expect(change(routes, facts, 'log', 'closed', 'start')).toEqual({
      facts: { ...facts, log: 'closed' },
      dropped: [],
    });
  });

  it('drops all that hung on the first', () => {
    expect(change(routes, facts, 'status', '504', 'start')).toEqual({
      facts: { status: '504' },
      dropped: ['emitter', 'log'],
    });
  });
});

describe('the fragment', () => {
  it('carries facts there and back', () => {
    const facts = { status: '502', emitter: 'nginx' };
    expect(formatFragment(facts)).toBe('#f=status:502~emitter:nginx');
    expect(parseFragment(formatFragment(facts))).toEqual(facts);
    expect(formatFragment({})).toBe('');
  });

  it.each(['', '#', '#other', '#f=', '#f=status', '#f=:', '#f=status:<b>', '#f=__proto__:x y'])(
    'drops what is malformed: %s',
    (fragment) => {
      expect(parseFragment(fragment)).toEqual({});
    },
  );

  it('drops unknown facts and values', () => {
    const known = (fact: string, value: string) => fact === 'status' && value === '502';
    expect(parseFragment('#f=status:502~colour:red~status2:502', known)).toEqual({ status: '502' });
  });
});
