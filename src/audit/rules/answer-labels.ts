import type { Pattern } from '../document.js';
import { DOCUMENTS, type AuditRule, type Found } from '../rule.js';

const UNCLEAR: Pattern = {
  zh: /(?:点击|轻触|按下|选择)["'“”‘’「【《](?:好的?|知道了|我知道了|我已知晓|确定|下一步|继续|进入|开始使用|立即体验)["'“”‘’」】》][^。]{0,24}(?:视为|表示|代表|意味着)[^。]{0,16}(?:同意|接受|授权)/,
  en: /\b(?:click|tap|press)\w* ["'“‘](?:OK|Okay|Got it|Continue|Next|Start|Close)["'”’][^.]{0,60}\b(?:agree|accept|consent)/i,
};

const AGREES = /^(?:同意|我?同意|接受|允许|同意并继续|agree|i agree|accept|allow)/i;
const REFUSES =
  /不同意|拒绝|不接受|暂不|不允许|仅(?:使用)?基本|仅浏览|disagree|refuse|decline|reject|don.t (?:agree|allow)|not (?:agree|now)|basic/i;

/** Answers that do not say agree and refuse. */
export const answerLabels: AuditRule = {
  id: 'R-C3',
  code: 'consent/unclear-answers',
  severity: 'error',
  kinds: DOCUMENTS,
  law: {
    pipl: {
      zh: '工信部信管函〔2020〕164号 第1.1条第7项（须有明确的同意与拒绝按钮）；《个人信息保护法》第14条',
      en: 'MIIT letter 164 (2020), 1.1(7) (plain buttons to agree and to refuse); PIPL art. 14',
    },
    gdpr: { zh: 'GDPR 第4条第11项、第7条；EDPB 03/2022', en: 'GDPR art. 4(11) and 7; EDPB 03/2022' },
  },
  sentence: {
    zh: '按钮没有写“同意”与“不同意”：{what}。',
    en: 'The buttons do not say agree and refuse: {what}.',
  },
  mend: {
    zh: '两个按钮写“同意”和“不同意”，大小、颜色、位置相当。',
    en: 'Let the two buttons say agree and refuse, alike in size, colour and place.',
  },
  find: ({ configuration, saying, language }) => {
    const said: readonly Found[] = saying(UNCLEAR).flatMap((sentence) => {
      const match = UNCLEAR[language].exec(sentence.bare);
      if (!match) return [];
      const span = sentence.spanOf(match.index, match.index + match[0].length);
      return [{ span, values: { what: { zh: '见文本', en: 'as the text says' } } }];
    });
    const { answers } = configuration;
    if (!answers) return said;
    const wrong = [
      ...(AGREES.test(answers.agree) ? [] : [['agree', answers.agree] as const]),
      ...(REFUSES.test(answers.refuse) ? [] : [['refuse', answers.refuse] as const]),
    ];
    const declared = wrong.map(([name, words]) => ({
      span: { start: 0, end: 0 },
      configuration: `answers.${name}`,
      values: {
        what: {
          zh: words ? `“${words}”` : '没有拒绝按钮',
          en: words ? `"${words}"` : 'there is none to refuse',
        },
      },
    }));
    return [...said, ...declared];
  },
};
