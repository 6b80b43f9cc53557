const policy = new URLSearchParams(location.search).get('policy');
document.querySelector('ming-provider').setAttribute('policy', policy);

const report = (body) => fetch('/report', { method: 'POST', body: JSON.stringify(body) });

document.addEventListener('ming-answered', ({ event }) => {
  report({ type: 'answered', decision: event.decision, act: event.act, visibility: event.visibility });
});
document.addEventListener('ming-error', ({ error }) => report({ type: 'error', code: error.code }));

await import('/dist/mingshi.js');
