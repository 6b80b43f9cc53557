import { waitUntil } from '../../support/wait-until.js';
import { openGuarded, outside, pressIn } from './guarded-page.js';

export const link = (attributes = '', href = outside()) =>
  `<a id="exit" href="${href}" ${attributes}>leave</a>`;
export const never = new Promise(() => undefined);

/** An answer that could not be kept. */
export const failed = () => {
  const promise = Promise.reject(new Error('full'));
  promise.catch(() => undefined);
  return promise;
};

/** The page of the running test. */
export let guarded;

export const open = async (...parts) => (guarded = await openGuarded(...parts));
export const pressExit = () => pressIn(guarded, guarded.$('#exit'));
export const isAsked = (count = 1) => waitUntil(() => guarded.asked.length === count, 'it was asked about');
export const hasArrived = async () => {
  await waitUntil(() => guarded.arrivals.length > 0, 'it arrived');
  return guarded.arrivals[0];
};

/** What a press on these links asks about, by the address asked; nobody answers. */
export async function askedOf(markup, options) {
  await open(markup, { isOutside: undefined, ...options });
  // What is not asked about must not move the page: prevented last of all, after the guard.
  const { view } = guarded;
  const prevent = (event) => event.preventDefault();
  const preventLast = () => view.addEventListener('click', prevent, { once: true });
  view.addEventListener('click', preventLast, true);
  for (const exit of guarded.page.querySelectorAll('a')) {
    exit.click();
  }
  return guarded.asked.map(({ url }) => url);
}
