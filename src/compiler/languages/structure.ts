/** Words that only the structure of a document is read with. */
export interface StructureWords {
  /** Begins a new sentence, so that what stands before it was complete. */
  readonly opener: RegExp;
  /** Begins a sentence less surely: believed only where the titles beside it ended clearly. */
  readonly softOpener: RegExp;
  /** Titles of what stands before, after or beside the numbered sections; they need no number. */
  readonly unnumbered: RegExp;
  /** A title over contacts, which are labels with their values. */
  readonly contactTitle: RegExp;
  /** The heading of a table of contents. */
  readonly contents: RegExp;
  /** What every kind of policy speaks about; each pattern is one thing a policy has. */
  readonly policy: readonly (readonly [what: string, pattern: RegExp])[];
}

const OPENER =
  '如果|如您|如[^何]|若|当[您你我]|为了?[^何]|根据|按照|依据|在[您你我以下法上此]|请[您你不勿务注]|[您你](?!的)|我们(?!自己|自身|本身)|我行|本公司|本行|除[法非了上本以另]|对于|由于|基于|同时|此外|另外|但|一方面|首先|例如|上述|以上|以下|本(?:政策|隐私|协议|声明|条款|附件|服务)[^的]|最后|需要|任何|凡|鉴于|尊敬|感谢|欢迎|关于|通过|出于|经[您你]|一般|通常|未经|随着|用户|该';

export const STRUCTURE: Readonly<Record<'zh-Hans' | 'en', StructureWords>> = {
  'zh-Hans': {
    opener: new RegExp(`(?:${OPENER})`, 'y'),
    softOpener: new RegExp(`(?:${OPENER}|[您你]的|本|各)`, 'y'),
    unnumbered:
      /^(?:引言|前言|序言|导言|概述|概要|摘要|总则|附则|特别(?:提示|说明|提醒|声明)|重要(?:提示|提醒)|温馨提示|提示条款|定义(?:与解释|及解释)?|释义|名词解释|结语|附件|附录|附表|其他|生效|签署)[：:]?$/,
    contactTitle: /联系|找到我们/,
    contents: /^目\s*[录次]$/,
    policy: [
      [
        'what it is (a policy, an agreement, a list …)',
        /政策|协议|声明|授权|条款|须知|规则|清单|说明|告知|指引|公约|规范/,
      ],
      ['who speaks to whom', /我们|我行|本行|我司|本公司|公司|平台|用户|您|你|甲方/],
      ['data, rights or duties', /信息|数据|隐私|权限|权利|义务|责任|同意/],
    ],
  },
  en: {
    opener: /(?:We|You|If|When|The|This|These|Our|Your|In|For|To|By|As|Please)\b/y,
    softOpener: /[A-Z]\p{L}+\b/uy,
    unnumbered:
      /^(?:introduction|preamble|overview|summary|definitions?|interpretation|scope|appendix|annex|schedule|exhibit|contact(?: us)?|conclusion|notice|important notice)[:.]?$/i,
    contactTitle: /contact|reach us|get in touch/i,
    contents: /^(?:(?:table of )?contents|on this page|in this (?:policy|notice))[:]?$/i,
    policy: [
      [
        'what it is (a policy, an agreement, a list …)',
        /\b(?:polic(?:y|ies)|agreement|terms|notice|statement|consent|disclosure|list of|licen[cs]e)\b/i,
      ],
      ['who speaks to whom', /\b(?:we|us|our|you|your|users?|customers?|company|website|app)\b/i],
      [
        'data, rights or duties',
        /\b(?:data|information|privacy|permissions?|rights?|obligations?|liab|agree|collect|cookies?)/i,
      ],
    ],
  },
};

export const structureWords = (language: string): StructureWords =>
  language.startsWith('en') ? STRUCTURE.en : STRUCTURE['zh-Hans'];
