/** JSON text with its keys in one order: two records are the same where these are. */
const canonical = (value) =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** How many broken sentences are kept to be printed. */
const KEPT = 10;

/**
 * What one run saw. A record is `acked` when whoever keeps it said so, and `found` each time it stands in the store afterwards;
 * what else must hold is a `check`. A run that acked and checked nothing has shown nothing: it did not pass.
 */
export class Report {
  #acked = new Map();
  #found = new Map();
  #broken = [];
  #brokenCount = 0;
  #checked = 0;
  #notes = new Map();

  /** The store said that it keeps this record. The same record again is the same ack. */
  acked(id, record) {
    this.#acked.set(id, canonical(record));
  }

  /** The record stands in the store; called once for each time it stands there. */
  found(id, record) {
    const records = this.#found.get(id);
    if (records) records.push(canonical(record));
    else this.#found.set(id, [canonical(record)]);
  }

  /** Something else that must hold. */
  check(holds, sentence) {
    this.#checked += 1;
    if (holds) return;
    this.#brokenCount += 1;
    if (this.#broken.length < KEPT) this.#broken.push(sentence);
  }

  /** A figure beside, printed and not judged: a number is added up, `most` keeps the greatest. */
  note(name, value, { most = false } = {}) {
    const before = this.#notes.get(name);
    if (typeof value !== 'number' || before === undefined) this.#notes.set(name, value);
    else this.#notes.set(name, most ? Math.max(before, value) : before + value);
  }

  /** Everything in numbers, with the first few sentences of what did not hold. */
  get result() {
    const acked = [...this.#acked];
    const lost = acked.filter(([id]) => !this.#found.has(id)).length;
    const doubled = [...this.#found.values()].filter((records) => records.length > 1).length;
    const changed = acked.filter(([id, text]) =>
      this.#found.get(id)?.some((record) => record !== text),
    ).length;
    const sum = lost + doubled + changed + this.#brokenCount;
    return {
      acked: acked.length,
      found: this.#found.size,
      lost,
      doubled,
      changed,
      checked: this.#checked,
      broken: this.#brokenCount,
      sentences: this.#broken,
      notes: Object.fromEntries(this.#notes),
      faults: sum,
      passed: sum === 0 && acked.length + this.#checked > 0,
    };
  }
}
