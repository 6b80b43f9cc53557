import type { Policy } from '../../policy/model.js';

/** What is counted, in the order it is told; the first few are told of the first run too. */
const COUNTS: readonly (readonly [string, (policy: Policy) => number])[] = [
  ['clauses', ({ clauses }) => clauses.length],
  ['permissions', ({ permissions }) => permissions.length],
  ['third parties', ({ thirdParties }) => thirdParties.length],
  ['uses of data', ({ dataUses }) => dataUses.length],
  ['rights', ({ rights }) => rights.length],
  ['ways to withdraw', ({ withdrawals }) => withdrawals.length],
  ['contacts', ({ contacts }) => contacts.length],
  ['warnings', ({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'warning').length],
  ['notes', ({ diagnostics }) => diagnostics.filter(({ severity }) => severity === 'info').length],
  ['sections', ({ sections }) => sections.length],
  ['sensitive data', ({ sensitive }) => sensitive.items.length],
  ['sentences about sensitive data', ({ sensitive }) => sensitive.statements.length],
  ['sentences about provision abroad', ({ crossBorder }) => crossBorder.length],
  ['sentences about retention', ({ retention }) => retention.length],
  ['sentences about minors', ({ minors }) => minors.statements.length],
  ['separate consents', ({ separateConsents }) => separateConsents.length],
  ['other ways', ({ alternatives }) => alternatives.length],
  ['jumps', ({ jumps }) => jumps.length],
  ['exemptions', ({ exemptions }) => exemptions.length],
  ['marks', ({ clauses }) => clauses.reduce((sum, { emphasis }) => sum + emphasis.length, 0)],
];
const AT_FIRST = 9;

/** What is named, and told where it changes. */
const NAMED: readonly (readonly [string, (policy: Policy) => string | undefined])[] = [
  ['title', ({ title }) => title?.text],
  ['publisher', ({ publisher }) => publisher?.name.text],
  ['app', ({ app }) => app?.name.text],
  ['version', ({ version }) => version],
  ['in force from', ({ dates }) => dates.effective?.iso],
];

/** What changed between two runs, such as `permissions 9 → 10`; of a first run what there is. */
export function changeWords(before: Policy | undefined, after: Policy): string {
  if (!before)
    return COUNTS.slice(0, AT_FIRST)
      .map(([name, count]) => `${name} ${count(after)}`)
      .join(', ');
  const changes = [...COUNTS, ...NAMED].flatMap(([name, read]) => {
    const [old, young] = [read(before), read(after)];
    return old === young ? [] : [`${name} ${old ?? 'not stated'} → ${young ?? 'not stated'}`];
  });
  if (changes.length > 0) return changes.join(', ');
  return before.hash === after.hash ? 'the text is the same' : 'the words changed, no count did';
}
