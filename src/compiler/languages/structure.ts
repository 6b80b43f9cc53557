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
  /** A title that is complete as it stands, whatever follows it without a break. */
  readonly fixedTitle: RegExp;
  /** Words that a title never ends with: what they bear on comes after them. */
  readonly unfinished: RegExp;
  /** Letters of the longest title that runs on into its text. */
  readonly longestRunOn: number;
  /** Titles of columns; such words before a colon are the labels of a record. */
  readonly columnTitles: RegExp;
  /** The heading of a table of contents. */
  readonly contents: RegExp;
  /** What every kind of policy speaks about; each pattern is one thing a policy has. */
  readonly policy: readonly (readonly [what: string, pattern: RegExp])[];
}

const OPENER =
  '如果|如您|如[^何]|若|当[您你我]|为了?[^何]|根据|按照|依据|在[您你我以下法上此]|请[您你不勿务注]|[您你](?!的|如何|怎样|怎么)|我们(?!自己|自身|本身|[会将]?如何|怎样|怎么)|我行|本公司|本行|除[法非了上本以另]|对于|由于|基于|同时|此外|另外|但|一方面|首先|例如|上述|以上|以下|本(?:政策|隐私|协议|声明|条款|附件|服务|软件|产品|应用)(?!如何|怎样|怎么)[^的]|最后|需要|任何|凡|鉴于|尊敬|感谢|欢迎|关于|通过|出于|经[您你]|一般|通常|未经|随着|用户|该|(?:SDK|产品|公司)名称[：:]';

export const STRUCTURE: Readonly<Record<'zh-Hans' | 'en', StructureWords>> = {
  'zh-Hans': {
    opener: new RegExp(`(?:${OPENER})`, 'y'),
    softOpener: new RegExp(`(?:${OPENER}|[您你]的|本|各)`, 'y'),
    unnumbered:
      /^(?:引言|前言|序言|导言|概述|概要|摘要|总则|附则|特别(?:提示|说明|提醒|声明)|重要(?:提示|提醒)|温馨提示|提示条款|定义(?:与解释|及解释)?|释义|名词解释|结语|附件|附录|附表|其他|生效|签署)[：:]?$/,
    contactTitle: /联系|找到我们/,
    fixedTitle:
      /^(?:(?:您?(?:可以)?(?:如何|怎样|怎么))?(?:与我们联系|联系(?:我们|方式|开发者|客服))|(?:信息)?(?:存储|保存)(?:的)?(?:地点|地域|期限|方式)|安全(?:保护)?措施)(?![和与及、的])/,
    unfinished: /[对向与给为由将按和及或的是在从于把被以得助护、“‘《(（]$/,
    longestRunOn: 30,
    columnTitles:
      /^(?:(?:系统|应用|设备)?权限(?:的)?(?:名称|类型|说明)?|授权项|系统名称|(?:使用|申请|调用|处理|收集|实现|业务)?(?:的)?(?:目的|用途|场景|时机|功能)(?:和目的|及目的|与目的|说明|描述)?|做什么用|何时申请|(?:拒绝|关闭|不授权|不同意|不开启|不提供)(?:授权|权限)?(?:的|后的)?(?:影响|后果)|不给会怎样|(?:第三方)?SDK(?:的)?名称|(?:公司|产品|合作方|第三方)名称|(?:收集|处理|涉及|共享)(?:的)?(?:个人)?信息(?:的)?(?:类型|种类|字段|范围)?|(?:共享|处理|收集)方式|隐私政策(?:链接)?|官网(?:链接|地址)?|备注|(?:是否|可否)[^，。]{1,6}|适用(?:系统|平台))$/i,
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
    fixedTitle: /^(?:how (?:to|you can) )?contact(?: us| information| details)?(?=\s+\p{Lu})/iu,
    unfinished:
      /[(“‘]$|(?:^|\s)(?:how|why|what|when|where|who|which|whether|that|if|and|or|of|to|for|with|by|in|on|from|about|the|an?|is|are|do|does)\s*$/i,
    longestRunOn: 80,
    columnTitles:
      /^(?:permissions?(?: name)?|system name|purposes?|why|why we (?:need|ask for|use) it|used for|when(?: (?:we ask|asked|requested))?|scenarios?|if you (?:refuse|decline|say no)|(?:impact|consequences?) of (?:refusal|denial|refusing)|(?:sdk|company|product) name|provider|data(?: collected)?|(?:type of )?information collected|sharing method|privacy policy(?: link)?|notes?|platforms?)$/i,
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
