const waiting = [];
let sending = false;

async function drain() {
  if (sending) return;
  sending = true;
  while (waiting.length > 0) {
    const batch = waiting.splice(0);
    await fetch('/report', { method: 'POST', body: JSON.stringify(batch) }).catch(() => undefined);
  }
  sending = false;
}

/** Tells the server, a few milliseconds later: what is told was true before it was told. */
export function tell(message) {
  waiting.push(message);
  void drain();
}
