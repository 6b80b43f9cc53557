import fc from 'fast-check';
import { GENERAL, JUMP } from './world.mjs';

const MOST_TABS = 4;

/** A step of the model: `can` says whether it makes sense now, `act` does it, then every tab is compared with the model. */
const command = (name, can, act) => ({
  check: (model) => can(model),
  run: async (model, world) => {
    await act(world, model);
    model.tabs = world.tabs.length;
    model.steps.count += 1;
    for (const tab of world.tabs) await world.check(tab);
  },
  toString: () => name,
});

const always = () => true;
const someTab = ({ tabs }) => tabs > 0;
const tabOf = (world, number) => world.tabs[number % world.tabs.length];

const tab = fc.nat({ max: MOST_TABS - 1 });
const request = fc.constantFrom(GENERAL, GENERAL, JUMP);

const openTab = fc.constant(
  command(
    'open a tab',
    ({ tabs }) => tabs < MOST_TABS,
    (world) => world.openTab(),
  ),
);

const askAndAnswer = fc
  .tuple(
    tab,
    request,
    fc.constantFrom('user', 'app'),
    fc.constantFrom('granted', 'granted', 'denied', 'dismissed'),
    fc.boolean(),
  )
  .map(([number, id, trigger, decision, remember]) =>
    command(`${decision} ${id} in tab ${number}, asked by ${trigger}`, someTab, async (world) => {
      const one = tabOf(world, number);
      await world.ask(one, id, trigger);
      await world.answer(one, decision, remember);
    }),
  );

const askOnly = fc
  .tuple(tab, request)
  .map(([number, id]) =>
    command(`ask about ${id} in tab ${number}`, someTab, (world) =>
      world.ask(tabOf(world, number), id, 'user'),
    ),
  );

const withdraw = fc
  .tuple(tab, request)
  .map(([number, id]) =>
    command(`withdraw ${id} in tab ${number}`, someTab, (world) => world.withdraw(tabOf(world, number), id)),
  );

const newVersion = fc
  .record({ material: fc.boolean(), days: fc.option(fc.integer({ min: -2, max: 20 }), { nil: undefined }) })
  .map(({ material, days }) =>
    command(
      `a new version, ${material ? '' : 'not '}material, in force ${days ?? 'at once'}`,
      always,
      (world) => {
        const effective = days === undefined ? undefined : world.dayIn(days);
        world.app = { version: String(Number(world.app.version) + 1), material, effective };
      },
    ),
  );

const close = (number, kill) => async (world) => {
  const [closed] = world.tabs.splice(number % world.tabs.length, 1);
  if (kill) closed.kill();
  else closed.engine.destroy();
};

const kill = tab.map((number) => command(`kill tab ${number}`, someTab, close(number, true)));

const reload = tab.map((number) =>
  command(`reload tab ${number}`, someTab, async (world) => {
    await close(number, false)(world);
    await world.openTab();
  }),
);

/** Days, or ten years, either way: a clock that jumps changes when a version is in force, and nothing else. */
const turnClock = fc
  .oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(-3650, 3650))
  .map((days) =>
    command(`the clock goes ${days} days`, always, (world) => void (world.now += days * 86_400_000)),
  );

const goOffline = fc
  .boolean()
  .map((online) =>
    command(
      online ? 'the medium is back' : 'the medium is away',
      always,
      (world) => void (world.medium.online = online),
    ),
  );

/** Some of what is on its way arrives: which, the schedule decides. */
const arrive = fc
  .integer({ min: 1, max: 6 })
  .map((writes) => command(`${writes} arrive`, always, (world) => world.arrive(writes)));

/** Everything that is on its way arrives before the next step. */
const flush = fc.constant(command('everything arrives', always, (world) => world.arrive(Infinity)));

/** Runs of steps, each a person, an app, a clock, a disk or a system doing what it may. */
export const commands = (most) =>
  fc.commands(
    [
      ...[
        openTab,
        openTab,
        askAndAnswer,
        askAndAnswer,
        askAndAnswer,
        askAndAnswer,
        askOnly,
        withdraw,
        withdraw,
      ],
      ...[newVersion, kill, reload, turnClock, goOffline, arrive, arrive, arrive, flush],
    ],
    { maxCommands: most, size: 'max' },
  );
