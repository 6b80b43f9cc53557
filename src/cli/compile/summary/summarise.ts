import type { Policy } from '../../../policy/model.js';
import { oneLine } from '../../people/one-line.js';
import { tongueOf } from '../../people/tongue.js';
import { factFields } from './facts.js';
import { markedPart } from './marked.js';
import { partiesPart } from './parties.js';
import { permissionsPart } from './permissions.js';
import { personParts } from './person.js';
import { choiceParts, statementParts } from './statements.js';
import type { Summary } from './summary.js';
import { Teller } from './teller.js';
import { unsaidPart } from './unsaid.js';
import { usesPart } from './uses.js';
import { EN } from './words-en.js';
import { ZH } from './words-zh.js';

/** What a policy says, for people, in its language: every fact with its place, and what is missing said to be missing. */
export function summarise(policy: Policy): Summary {
  const tongue = tongueOf(policy.language);
  const words = tongue === 'zh' ? ZH : EN;
  const teller = new Teller(policy, words, tongue);
  const { source, compiler, hash } = policy;
  return {
    title: oneLine(policy.title?.text ?? words.untitled),
    labels: words.labels,
    legend:
      words.labels.legend[source.pages ? 'pages' : source.mediaType.startsWith('text/') ? 'lines' : 'words'],
    facts: factFields(teller),
    parts: [
      permissionsPart(teller),
      usesPart(teller),
      partiesPart(teller),
      ...statementParts(teller),
      ...personParts(teller),
      ...choiceParts(teller),
      markedPart(teller),
      unsaidPart(teller),
    ],
    origin: [
      words.origin(oneLine(source.name), source.mediaType, compiler.version),
      ...words.hashes(source.sha256, hash),
      words.noProof,
    ],
  };
}
