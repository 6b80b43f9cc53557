import { marked } from 'marked';

const SAMPLE = '/demo/policies/sample-bank.zh-Hans.md';

const textAt = async (address) => (await fetch(address)).text();

/** The sample policy as Markdown, as plain text and as a web page: what is handed to `compilePolicy`. */
export async function sources() {
  const markdown = await textAt(SAMPLE);
  const plain = markdown.replace(/^#+ |\*\*/gm, '').replace(/^\|(?: --- \|)+$\n/gm, '');
  const page = `<!doctype html><title>Policy</title><style>.big { font-weight: 700 }</style>${marked.parse(markdown)}`;
  return [
    { name: 'sample.md', mediaType: 'text/markdown', text: markdown },
    { name: 'sample.txt', mediaType: 'text/plain', text: plain },
    { name: 'sample.html', mediaType: 'text/html', text: page },
  ];
}

/** What Node makes of a source, as JSON; the test server compiles it. */
export async function compiledInNode(source) {
  const answer = await fetch('/compiled-in-node', { method: 'POST', body: JSON.stringify(source) });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.text();
}
