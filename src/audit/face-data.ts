import type { Span, Words } from '../policy/model.js';
import type { AuditedDocument, Pattern } from './document.js';

/** Face data that leaves the device. 面容 and Face ID are the device's own check, whose result alone the app gets. */
export const FACE: Pattern = {
  zh: /人脸|刷脸|面部(?:识别|特征|图像|信息)|脸部(?:图像|信息|特征|照片)|人像(?:图像|照片|信息)/,
  en: /\bface (?:data|image|information|recognition|verification|photo|feature)|\bfacial\b/i,
};

/** Face data is taken, in a sentence of which the compiler made no fact. */
const TAKEN: Pattern = {
  zh: new RegExp(`(?<!不)(?:收集|采集|处理|获取)[^，。]{0,6}(?:您|你|用户)[^。]{0,24}(?:${FACE.zh.source})`),
  en: new RegExp(`\\b(?<!not )(?:collect|obtain|take|process)\\w* your[^.]{0,40}(?:${FACE.en.source})`, 'i'),
};

/** Where the policy, or a third party in it, takes face data: the words of its facts, else its sentences, in reading order. */
export function faceData(document: AuditedDocument): readonly Span[] {
  const stated = statedFaceData(document);
  return stated.length > 0 ? stated : document.saying(TAKEN).map(({ span }) => span);
}

function statedFaceData({ policy, matches }: AuditedDocument): readonly Span[] {
  const words: readonly Words[] = [
    ...policy.sensitive.items,
    ...policy.dataUses.map(({ data }) => data),
    ...policy.thirdParties.flatMap(({ data, permissions, shared }) =>
      [data, permissions, shared].flatMap((one) => one ?? []),
    ),
  ];
  return words
    .filter(({ text }) => matches(FACE, text.replace(/\s/g, ' ')))
    .map(({ span }) => span)
    .sort((first, second) => first.start - second.start)
    .filter((span, index, all) => index === 0 || span.start >= (all[index - 1]?.end ?? 0));
}
