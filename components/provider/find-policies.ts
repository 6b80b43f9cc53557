import { ConsentError } from '../../src/errors.js';
import type { Policy } from '../../src/policy/model.js';

/** The texts of the `<script type="application/json">` children of an element. */
export function inlineTexts(element: Element): readonly string[] {
  const scripts = [...element.children].filter((child) => child.matches('script[type="application/json"]'));
  return scripts.map((script) => script.textContent ?? '');
}

/**
 * Reads policies from JSON texts, each one policy or a list. What checks them is fetched beside what they come from. Rejects
 * `provider/not-json`, what `readPolicy` throws, and as `texts` does.
 */
export async function readPolicies(texts: Promise<readonly string[]>): Promise<readonly Policy[]> {
  const [found, { readPolicy }] = await Promise.all([texts, import('../../src/policy/read-policy.js')]);
  return found.flatMap(parseJson).map((one) => readPolicy(one));
}

/**
 * Gets a text by GET, without credentials and without a referrer, and asks the server whether a cached one still holds: a new
 * version must not wait for a cache. Rejects `provider/fetch-failed`.
 */
export async function fetchText(url: string): Promise<string> {
  let status: number | undefined;
  try {
    const answer = await fetch(url, {
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (answer.ok) return await answer.text();
    status = answer.status;
  } catch (cause) {
    throw new ConsentError(
      'provider/fetch-failed',
      `The policy could not be fetched from ${url}.`,
      url,
      cause,
    );
  }
  throw new ConsentError(
    'provider/fetch-failed',
    `The policy was not found: ${url} answered ${status}.`,
    url,
  );
}

function parseJson(text: string): readonly unknown[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const start = text.trim().slice(0, 40);
    throw new ConsentError(
      'provider/not-json',
      'The policy is not JSON: compile it with mingshi compile.',
      start,
      cause,
    );
  }
  // An empty list is no policy: it goes on as it is, to be refused for its shape.
  return Array.isArray(value) && value.length > 0 ? value : [value];
}
