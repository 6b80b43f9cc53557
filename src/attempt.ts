/** Makes a call in this task and gives its outcome as a promise: what it throws at once is a rejection too. */
export const attempt = <T>(call: () => T | PromiseLike<T>): Promise<T> =>
  new Promise((resolve) => {
    resolve(call());
  });
