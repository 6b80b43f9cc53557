import type { AuditedDocument, Pattern } from './document.js';
import type { Words } from '../policy/model.js';

/** Information goes abroad: said of something that happens, not of storage at home. */
const TRANSFER: Pattern = {
  zh: /(?:向|至|给)[^，。]{0,8}境外[^。]{0,24}(?:提供|传输|转移|披露)|(?:提供|传输|转移)[^，。]{0,6}(?:至|到|给)[^，。]{0,6}境外|境外(?:接收方|机构|第三方)/,
  en: /\b(?:provid|transfer|send|transmit|disclos)\w*\b[^.]{0,80}\b(?:abroad|overseas|cross-border|outside (?:of )?(?:china|the mainland|the eea|the eu|your country)|foreign|third countr)/i,
};
const DENIAL: Pattern = {
  zh: /不(?:会|向|对|将|得|予|涉及)[^。]{0,24}(?:跨境|境外|出境)/,
  en: /\b(?:do|will|does|shall) (?:not|never)\b[^.]{0,60}\b(?:abroad|overseas|cross-border|outside)/i,
};
const EXCEPTED: Pattern = {
  zh: /除|以外|之外|未经/,
  en: /\b(?:except|unless|other than|without your|apart from)\b/i,
};
/** Only spoken of for a day that may come. */
const HYPOTHETICAL: Pattern = {
  zh: /(?:若|如|如果|倘若)[^，。]{0,10}(?:涉及|确需|存在|发生)|(?:确需|将来|未来)/,
  en: /\bif (?:we|it|there|in (?:the )?future)\b|\bin (?:the )?future\b|\bshould we\b/i,
};

export interface CrossBorder {
  /** It happens. */
  readonly described: readonly Words[];
  /** It may happen one day. */
  readonly announced: readonly Words[];
  /** It never happens, without an exception. */
  readonly denied: readonly Words[];
}

/** Sorts what the policy says about going abroad. */
export function crossBorderWords({ policy, matches }: AuditedDocument): CrossBorder {
  const bare = (words: Words): string =>
    words.text.replace(/\s+/g, policy.language.startsWith('zh') ? '' : ' ');
  const said = (pattern: Pattern) => (words: Words) => matches(pattern, bare(words));
  const denied = policy.crossBorder.filter(said(DENIAL));
  const sent = policy.crossBorder.filter((one) => said(TRANSFER)(one) && !said(DENIAL)(one));
  return {
    described: sent.filter((one) => !said(HYPOTHETICAL)(one)),
    announced: sent.filter(said(HYPOTHETICAL)),
    denied: denied.filter((one) => !said(EXCEPTED)(one)),
  };
}
