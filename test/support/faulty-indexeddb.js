const lostWords = 'Connection to Indexed Database server lost. Refresh the page to try again';

/**
 * The browser's own IndexedDB, whose connections can be lost in the ways engines lose them. `next()` is asked at each
 * transaction for the way of it, and gives undefined where it is to work; `down()` says whether opening fails too. `opens`
 * collects when a database was opened, by `now`.
 */
export const faultyIndexedDb = ({ next, down = () => false, now = () => performance.now() }) => {
  const opens = [];
  const open = (name, version) => {
    opens.push(now());
    if (down()) return failingRequest(new DOMException(lostWords, 'UnknownError'));
    const request = indexedDB.open(name, version);
    request.addEventListener('success', () => loseSome(request.result, next));
    return request;
  };
  return { opens, factory: { open } };
};

/** The ways in which a connection is lost. */
export const LOSSES = ['closed', 'aborted', 'server'];

const loseSome = (database, next) => {
  const transact = database.transaction.bind(database);
  database.transaction = (...parts) => {
    const how = next();
    // The browser's own InvalidStateError.
    if (how === 'closed') database.close();
    const transaction = transact(...parts);
    if (how === 'aborted') setTimeout(() => quietly(() => transaction.abort()));
    if (how === 'server') loseServer(transaction);
    if (how !== undefined) transaction.commit = () => undefined;
    return transaction;
  };
};

/** WebKit ends a transaction with an error that `transaction.error` holds. */
const loseServer = (transaction) => {
  Object.defineProperty(transaction, 'error', { get: () => new DOMException(lostWords, 'UnknownError') });
  setTimeout(() => quietly(() => transaction.abort()));
};

/** A transaction may have ended by itself before it could be lost. */
const quietly = (call) => {
  try {
    call();
  } catch {
    // It had.
  }
};

/** A request to open that fails as the browser's own would, after a while. */
export const failingRequest = (error) => {
  const request = { error };
  setTimeout(() => request.onerror?.({}), 2);
  return request;
};

/** A clock that stands still until told; it takes the place of `performance.now` until `stop`. */
export const standingClock = () => {
  const own = performance.now;
  let time = own.call(performance);
  performance.now = () => time;
  return {
    now: () => time,
    pass: (milliseconds) => (time += milliseconds),
    stop: () => {
      delete performance.now;
      if (performance.now !== own) performance.now = own;
    },
  };
};

/** The most times that fall into one minute. */
export const mostInAMinute = (times) =>
  Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time < start + 60_000).length));
