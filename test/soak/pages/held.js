// Counts what a page holds and nobody sees: loaded before anything else.
(() => {
  const held = { timers: new Set(), observers: new Set(), channels: 0, locks: 0 };
  const plain = { setTimeout, clearTimeout, setInterval, clearInterval };

  for (const [set, clear, once] of [
    ['setTimeout', 'clearTimeout', true],
    ['setInterval', 'clearInterval', false],
  ]) {
    window[set] = (call, ...rest) => {
      const id = plain[set].call(
        window,
        (...given) => {
          if (once) held.timers.delete(id);
          return call(...given);
        },
        ...rest,
      );
      held.timers.add(id);
      return id;
    };
    window[clear] = (id) => {
      held.timers.delete(id);
      plain[clear].call(window, id);
    };
  }

  // An observer counts while it observes something and may still call back.
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver']) {
    const { observe, disconnect } = window[name].prototype;
    window[name].prototype.observe = function (...given) {
      held.observers.add(this);
      return observe.apply(this, given);
    };
    window[name].prototype.disconnect = function () {
      held.observers.delete(this);
      return disconnect.call(this);
    };
  }

  const Channel = window.BroadcastChannel;
  window.BroadcastChannel = class extends Channel {
    constructor(name) {
      super(name);
      held.channels += 1;
    }
    close() {
      held.channels -= 1;
      super.close();
    }
  };

  if (navigator.locks) {
    const { request } = LockManager.prototype;
    LockManager.prototype.request = function (...given) {
      held.locks += 1;
      const done = request.apply(this, given);
      const end = () => (held.locks -= 1);
      done.then(end, end);
      return done;
    };
  }

  window.held = () => ({
    timers: held.timers.size,
    observers: held.observers.size,
    channels: held.channels,
    locks: held.locks,
  });
})();
