import { Standby } from '../../src/server/standby.js';

/** A primary and a copy whose positions the test sets; the clock goes on by itself, a second at a look. */
function following(maximumLagSeconds = 30) {
  const world = { now: 0, primary: 100n as bigint | null, copy: 100n as bigint | null | 'away' };
  const standby = new Standby(
    {
      async primary() {
        if (world.primary === null) throw new Error('the primary is away');
        return world.primary;
      },
      async copy() {
        if (world.copy === 'away') throw new Error('the copy is away');
        return world.copy;
      },
    },
    { maximumLagSeconds, clock: () => world.now },
  );
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      world.now += 1_000;
      await standby.look();
    }
  };
  return { world, standby, pass };
}

test('before anything is known the copy is not read from', () => {
  const { standby } = following();
  expect(standby.state).toEqual({ inUse: false, lagSeconds: null, maximumLagSeconds: 30 });
});

test('a copy that has passed the position of the primary is complete until it was asked, also while nothing is written', async () => {
  const { world, standby, pass } = following();
  await pass(100);
  expect(standby.state).toMatchObject({ inUse: true, lagSeconds: 0 });
  world.now += 400;
  expect(standby.state.lagSeconds).toBe(0.4);
});

test('a copy that falls behind is left past the limit, and taken again once it is near', async () => {
  const { world, standby, pass } = following(5);
  await pass(1);
  for (let second = 0; second < 8; second += 1) {
    world.primary = (world.primary ?? 0n) + 10n; // and the copy stands still
    await pass(1);
    expect(standby.state).toMatchObject({ lagSeconds: second + 1, inUse: second + 1 <= 5 });
  }
  world.copy = 150n; // where the primary was three seconds ago
  await pass(1);
  expect(standby.state).toMatchObject({ lagSeconds: 4, inUse: true });
});

test('a copy that is away, or follows nobody any more, is not read from', async () => {
  const { world, standby, pass } = following();
  await pass(1);
  world.copy = 'away';
  await pass(1);
  expect(standby.state).toMatchObject({ inUse: false, lagSeconds: null });
  world.copy = 100n;
  await pass(1);
  expect(standby.state.inUse).toBe(true);
  world.copy = null; // promoted
  await pass(1);
  expect(standby.state.inUse).toBe(false);
});

test('while the primary is away nobody can say how old the copy is: it counts as growing old', async () => {
  const { world, standby, pass } = following();
  await pass(1);
  world.primary = null;
  await pass(30);
  expect(standby.state).toMatchObject({ inUse: true, lagSeconds: 30 });
  await pass(1);
  expect(standby.state.inUse).toBe(false);
});
