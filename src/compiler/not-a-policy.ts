import type { Finding, PolicyDocument } from './document.js';
import { structureWords } from './languages/structure.js';

const NOWHERE = { start: 0, end: 0 };
const SHORTEST = 60;
const SAMPLE = 100_000;

/** Control and replacement characters; a damaged text may have some. */
const isNoText = (text: string): boolean => {
  const foreign = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return foreign > text.length / 50;
};

/** Says why a text is no policy, if it is none: empty, too short, or silent about what every policy speaks about. */
export function findNotAPolicy({ folded, language }: PolicyDocument): Finding | undefined {
  const text = folded.text.slice(0, SAMPLE).trim();
  if (!text) {
    return { code: 'policy/empty', severity: 'error', span: NOWHERE, sentence: 'The source holds no words.' };
  }
  if (isNoText(text)) {
    const sentence =
      'The source is no text: it is full of characters that no text has. Save it as text, Markdown or HTML.';
    return { code: 'policy/no-text', severity: 'error', span: NOWHERE, sentence };
  }
  const absent = structureWords(language)
    .policy.filter(([, pattern]) => !pattern.test(text))
    .map(([what]) => what);
  if (text.length < SHORTEST) absent.push('more than a few words');
  if (absent.length === 0) return undefined;
  const missing = absent.join(', ');
  const sentence = `This text is no policy: it does not say ${missing}.`.replace('say more', 'have more');
  return { code: 'policy/not-a-policy', severity: 'error', span: NOWHERE, sentence };
}
