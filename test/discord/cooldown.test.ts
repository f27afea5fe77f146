import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Cooldown } from '../../src/discord/cooldown.js';

function withClock() {
  const clock = { now: 0 };
  return { clock, cooldown: new Cooldown(() => clock.now) };
}

describe('Cooldown', () => {
  test('lets one question a second through for ever', () => {
    const { clock, cooldown } = withClock();
    for (let second = 0; second < 1000; second++) {
      clock.now = second * 1000;
      expect(cooldown.take('a')).toBe(0);
    }
  });

  test('a burst of sixty, then a wait that is told truly', () => {
    const { clock, cooldown } = withClock();
    for (let count = 0; count < 60; count++) expect(cooldown.take('a')).toBe(0);
    const wait = cooldown.take('a');
    expect(wait).toBe(1000);
    expect(cooldown.take('b')).toBe(0);
    clock.now += wait;
    expect(cooldown.take('a')).toBe(0);
    expect(cooldown.take('a')).toBeGreaterThan(0);
  });

  test('what somebody asks in one server takes nothing from them in another, nor in direct messages', () => {
    const { cooldown } = withClock();
    for (let count = 0; count < 60; count++) cooldown.take('a', 'one');
    expect(cooldown.take('a', 'one')).toBeGreaterThan(0);
    expect(cooldown.take('a', 'two')).toBe(0);
    expect(cooldown.take('a')).toBe(0);
  });

  test('over any time nobody gets more than one a second and the burst', () => {
    const steps = fc.array(fc.nat(3000), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(steps, (pauses) => {
        const { clock, cooldown } = withClock();
        let taken = 0;
        for (const pause of pauses) {
          clock.now += pause;
          if (cooldown.take('a') === 0) taken++;
        }
        expect(taken).toBeLessThanOrEqual(60 + clock.now / 1000);
      }),
    );
  });

  test('forgetting many people lets nobody ask more', () => {
    const { cooldown } = withClock();
    for (let count = 0; count < 60; count++) cooldown.take('busy');
    for (let user = 0; user < 20_000; user++) cooldown.take(`user ${user}`);
    expect(cooldown.take('busy')).toBeGreaterThan(0);
  });
});
