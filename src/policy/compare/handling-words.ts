/** Words by which a sentence is about the handling of personal information: its purposes, data, recipients, ways, places or times. */
const HANDLING = [
  /收集|采集|获取|读取|上传|(?:使用|处理)[^，。；]{0,12}(?:信息|数据|记录)|向[^，。；]{0,20}提供|提供给|带去|共享|转让|转移|委托|披露|公开/,
  /用于|用来|目的|权限|第三方|SDK|接收方|受托方|合作(?:方|伙伴|机构)|关联公司|境外|跨境|出境|海外|存储|储存|保存|保留|留存|期限|后台/i,
  /个性化|画像|自动化决策|营销|广告|敏感|单独同意|[无毋][需须][^，。]{0,8}同意|人脸|指纹|声纹|定位|位置信息|cookie/i,
  /\b(?:collect|gather|obtain|receiv(?:e|ing)|upload|process(?:es|ed|ing)?\b|handl(?:e|ing)|shar(?:e|ing)|disclos|transfer|entrust|publish|sell)/i,
  /\bprovid(?:e|es|ed|ing)\b[^.;]{0,60}\b(?:to|information|data)\b|\b(?:in order to|purpose|used? (?:to|for|your)|permission|third[- ]part|sdks?\b|recipient|partner|affiliate)/i,
  /\b(?:abroad|overseas|cross-border|outside|retain|retention|stor(?:e|ed|age)\b|keep|kept|background|personali[sz]|recommend|profil|advertis|marketing|sensitive)/i,
  /\b(?:separate consent|without (?:your )?consent|face|facial|fingerprint|location|cookies?\b)/i,
];

/** Words that hold the handling within bounds; without them more is allowed. */
const LIMIT = [
  /不|未|无[须需法]?|没有|仅|只|除非|除[^。]{1,40}外|单独|另行|征得|(?:取得|获得|经)[^，。]{0,10}(?:同意|授权)|匿名|去标识|加密|删除|最小|最短|必[需要]/,
  /\b(?:not|never|no|nor|cannot|only|unless|except|without|separate|consent|anonymi|de-?identif|encrypt|delet|shortest|least|necessary|limited|until)/i,
];

/** What a refusal costs the person is told with a negation that limits nothing: "if you do not …, you cannot …". */
const REFUSAL =
  /^(?:(?:如果?|若|倘若)[^，。]{0,10}|(?:您|你)[^，。]{0,4})(?:不|拒绝|关闭|未)[^，。]{0,12}[，,](?!\s?(?:我|本))|^\W*if you (?:do not|don['’]t|refuse|turn|leave)\b[^,.;]{0,80},\s*(?!we\b|our\b|the app\b)/i;

const LASTING = /保存|保留|存储|储存|留存|期限|删除|\b(?:keep|kept|retain|retention|stor(?:e|ed|age)|delet)/i;

const ABROAD =
  /境外|跨境|出境|海外|国外|\b(?:abroad|overseas|cross-border|outside (?:of )?(?:china|the mainland))/i;

const STAYS =
  /(?:不|未|没有)[^，。；]{0,12}(?:境外|跨境|出境)|^[^外]*境内[^外]*$|\b(?:not|never)\b[^.;]{0,60}\b(?:abroad|overseas|outside)|^(?:(?!abroad|overseas|outside).)*\bin china\b/i;

const BACKGROUND = /后台|\bbackground/i;

const PROVIDING =
  /向[^，。；]{1,20}(?:提供|披露|传输|共享|转让)|(?:提供|共享|披露|转让|委托)给|\b(?:provide|share|disclose|transfer|sell|entrust)\b[^.;]{0,80}\b(?:to|with)\b/i;

/** A plain promise not to do something. */
const DENIAL =
  /(?:不|不会|不得|不再|绝不)[^，。；]{0,10}(?:收集|采集|出售|出租|共享|提供|披露|公开|转让|读取|上传|使用|保存|推送|跟踪|申请)|\b(?:do|does|will|shall) (?:not|never) (?:\w+ )?(?:collect|sell|rent|share|provide|disclose|publish|transfer|read|upload|use|keep|track|ask)/i;

/** What takes part of a promise back, or speaks of consent. */
const BUT =
  /但|除|仅|同意|授权|[需须]|如果|情形|\b(?:but|except|unless|consent|if|other than|without|only|cases?)\b/i;

const NEGATION = /不|未|无|没有|除|勿|\b(?:not|never|no|nor|except|unless|neither|without)\b/i;

/** How long an answer to a request takes. */
const ANSWERING = /工作日|答复|回复|响应|\b(?:working|business) days|\brespond|\brepl(?:y|ies)|\banswer/i;

/** Headings of a description of what changed: it says nothing about the handling that other clauses do not say. */
const CHANGE_LOG =
  /(?:更新|变更|修订|修改)(?:的)?(?:主要)?(?:内容|说明|记录|历史)|what (?:has )?changed|change ?log|(?:main|summary of) changes/i;

/** Characters of a sentence that are read: a line of a million is no sentence. */
const FARTHEST = 3000;

const some =
  (patterns: readonly RegExp[]) =>
  (words: string): boolean => {
    const read = words.slice(0, FARTHEST);
    return patterns.some((pattern) => pattern.test(read));
  };

export const tellsHandling = some(HANDLING);
export const tellsLimit = some(LIMIT);
export const tellsRefusal = some([REFUSAL]);
export const tellsLasting = some([LASTING]);
export const tellsAbroad = some([ABROAD]);
/** True where words say that nothing leaves the country. */
export const tellsStaying = some([STAYS]);
/** True for a promise without exceptions: more of those asks nothing of anybody. */
export const tellsDenial = (words: string): boolean => some([DENIAL])(words) && !some([BUT])(words);
export const tellsException = some([BUT]);
export const tellsNegation = some([NEGATION]);
export const tellsProviding = some([PROVIDING]);
export const tellsAnswering = some([ANSWERING]);
export const tellsBackground = some([BACKGROUND]);
export const titlesChangeLog = some([CHANGE_LOG]);
