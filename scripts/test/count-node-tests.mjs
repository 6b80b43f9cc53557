// @ts-check
/** A reporter of node:test that writes `{passed, failed, skipped}` as its last word; suites are not counted. */
export default async function* countNodeTests(/** @type {AsyncIterable<any>} */ events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue;
    // A file is itself a "test" above its tests; it counts only where it failed to load.
    if (type === 'test:pass' && !isFile(data))
      counts[data.skip !== undefined || data.todo !== undefined ? 'skipped' : 'passed'] += 1;
    if (type === 'test:fail' && !isParentOfFailure(data)) counts.failed += 1;
  }
  yield JSON.stringify(counts);
}

/** @param {any} data */
const isFile = (data) => data.nesting === 0 && data.name === data.file;

/** @param {any} data */
const isParentOfFailure = (data) => data.details?.error?.failureType === 'subtestsFailed';
