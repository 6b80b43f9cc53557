import type { Words } from '../policy/model.js';
import type { AuditedDocument, Pattern } from './document.js';

/** A piece of a list that names data which PIPL 28 or a standard lists as sensitive, whatever the policy calls it. */
const LISTED: Pattern = {
  zh: /^(?:您的|你的)?(?:[一-鿿]{0,4}?(?:人脸|面部|面容|脸部|指纹|声纹|虹膜|掌纹|基因|生物识别)[一-鿿]{0,8}|身份证[一-鿿]{0,6}|[一-鿿]{0,2}证件(?:号码?|信息|照片)|公民身份[一-鿿]{0,4}|银行(?:卡|账[户号])[一-鿿/]{0,8}|[一-鿿]{0,4}(?:行踪轨迹|精[确准](?:地理)?位置|精准定位)[一-鿿]{0,4}|[一-鿿]{0,4}(?:健康|病历|医疗|诊疗|就诊)[一-鿿]{0,6}|征信[一-鿿]{0,4}|财产信息|交易(?:记录|信息)|宗教信仰[一-鿿]{0,2}|护照[一-鿿]{0,4})$/,
  en: /^(?:your |the )?(?:facial (?:image|features?|data|template|recognition data)s?|face (?:image|data|scan|template|photo|picture)s?|fingerprints?(?: data)?|voice ?prints?|biometric (?:data|information|identifiers?|templates?)|(?:national )?(?:id|identity)(?: card)?(?: (?:number|document|card|photo|copy))s?|passport(?: number| photo| details)?s?|social security numbers?|driver['’]?s? licen[cs]e(?: number)?s?|(?:bank|payment|credit|debit)(?: card| account)? (?:numbers?|details|information|cards?|accounts?)|(?:precise|exact|real-time) (?:geo)?location(?: data| information)?|health (?:data|information|records)|medical (?:data|information|records)|(?:religious|political) (?:beliefs|opinions|views)|sexual orientation|genetic data|racial or ethnic origin|transaction (?:records|history))$/i,
};

/** Between the pieces of a list of data. */
const BREAK = {
  zh: /[、,，;；()（）]|以及|及\/或|或者|或(?=[一-鿿])|和|及(?!时)/g,
  en: /[,;()]|\b(?:and|or)\b/gi,
} as const;

const LEAD: Pattern = { zh: /^(?:\s|您的|你的|包括|[:：])+/, en: /^(?:\s|your\b|the\b|:)+/i };

/** The sensitive information a policy says it takes: what it calls so itself, and what it collects that the law lists. */
export function sensitiveData(document: AuditedDocument): readonly Words[] {
  const { sensitive, dataUses } = document.policy;
  const collected = dataUses
    .flatMap(({ data }) => piecesOf(data, document))
    .filter(({ text }) => document.matches(LISTED, bare(text)));
  const seen = new Set<string>();
  return [...sensitive.items, ...collected]
    .sort((first, second) => first.span.start - second.span.start)
    .filter(({ text }) => !seen.has(bare(text).toLowerCase()) && seen.add(bare(text).toLowerCase()));
}

/** Without spaces that stand beside Chinese characters. */
const bare = (text: string): string =>
  text.normalize('NFKC').replace(/(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])/g, '');

function piecesOf({ text, span }: Words, { language }: AuditedDocument): Words[] {
  const stops = [...text.matchAll(BREAK[language])].map((match) => [
    match.index,
    match.index + match[0].length,
  ]);
  const ends = [...stops.map(([start]) => start ?? 0), text.length];
  const starts = [0, ...stops.map(([, end]) => end ?? 0)];
  return starts.map((start, index) => {
    const piece = text.slice(start, ends[index]).trimEnd();
    const lead = LEAD[language].exec(piece)?.[0].length ?? 0;
    const from = span.start + start + lead;
    return { text: piece.slice(lead), span: { start: from, end: from + piece.length - lead } };
  });
}
