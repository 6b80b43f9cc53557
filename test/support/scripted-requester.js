/**
 * A requester that does what a test says, by the port: `end(outcome)` settles the open request, `states` are given out one after
 * the other (the last one again and again). `calls` counts the system's prompts.
 */
export const scriptedRequester = (kind = 'camera', { states = ['prompt'], lack } = {}) => {
  const requester = {
    kind,
    calls: 0,
    signal: undefined,
    states: [...states],
    lack: () => lack,
    state: () =>
      Promise.resolve(requester.states.length > 1 ? requester.states.shift() : requester.states[0]),
    request: (signal) => {
      requester.calls += 1;
      requester.signal = signal;
      return new Promise((resolve) => {
        requester.end = (outcome) => resolve(typeof outcome === 'string' ? { end: outcome } : outcome);
      });
    },
  };
  return requester;
};
