import type { Language } from '../language.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATE = `${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH},?\\s(?:19|20)\\d{2}|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}`;
const LABEL_END = '\\s?(?:date)?\\s?(?:is|was|on|as of|from)?\\s?[:*_]{0,4}\\s?(?:on\\s)?';

/** English words of the head of a document: its title, dates, publisher and app, and how its text is cut into sentences. */
export const head: Pick<
  Language,
  | 'sentenceEnd'
  | 'definitionHeading'
  | 'definitionMark'
  | 'kinds'
  | 'self'
  | 'titleWords'
  | 'longestTitle'
  | 'afterTitle'
  | 'version'
  | 'dates'
  | 'publisher'
  | 'app'
> = {
  sentenceEnd:
    /(?<!\b(?:Inc|Ltd|Co|Corp|LLC|No|Nos|e\.g|i\.e|etc|vs|Mr|Mrs|Ms|Dr|St|Art|Sec|approx|U\.S|u\.s|E\.U|[A-Z]))[.!?](?:["”’)*_]{1,4})?\s+(?=["“(*_[]{0,3}[A-Z0-9])|;\s+|\n/g,
  definitionHeading:
    /^(?:[\d.\s()]*)(?:definitions?|glossary|interpretation|defined terms|key terms|terms used)\b/i,
  definitionMark: /(?:appendix|annex|schedule)\s?[A-Z0-9]{0,2}\s?[:.–-]\s?(?:definitions|glossary)/gi,
  kinds: [
    [
      'children-policy',
      /child(?:ren)?(?:['’]s)?(?: online)? privacy|privacy.{0,20}(?:for|of) (?:children|minors|kids)/i,
    ],
    [
      'sdk-list',
      /(?:SDKs?|third[- ]part(?:y|ies)|sub-?processors?|partners?).{0,12}(?:list|directory|catalogue)|list of (?:third|SDK|sub-?processor|partner)|^(?!.*\b(?:privacy|terms|agreement|policy|notice|statement)\b).*\b(?:sub-?processors|SDKs)$/i,
    ],
    [
      'info-list',
      /(?:list|inventory) of (?:collected )?(?:personal )?(?:information|data|permissions)|(?:data|information|permissions?).{0,12}(?:list|inventory)/i,
    ],
    ['authorization', /authori[sz]ation|consent (?:form|statement)|letter of consent|informed consent/i],
    ['privacy-policy', /privacy|data protection|personal (?:data|information)/i],
    [
      'user-agreement',
      /terms (?:of|and|&)|user agreement|service agreement|conditions of use|EULA|licen[cs]e agreement/i,
    ],
  ],
  self: /(?:this|our) (?:[A-Z][\w-]* ){0,4}(?:Privacy|Data|Terms|User|Consent|Authori[sz]ation|Children)[\w' -]{0,24}/i,
  titleWords:
    /(?:(?:customer |user |website |app |application |mobile |online |global |children['’]?s (?:online )?)?privacy (?:policy|notice|statement|agreement|terms)|data (?:protection|privacy|processing) (?:policy|notice|statement|agreement)|cookie policy|terms (?:of (?:service|use)|and conditions|& conditions)|(?:end )?user (?:licen[cs]e )?agreement|service agreement|(?:biometric |informed |face recognition )?(?:consent|authori[sz]ation) (?:form|agreement|statement|letter)|(?:list of |)(?:third[- ]party )?(?:SDKs?|sub-?processors?)(?:,? (?:and|&) (?:mobile |third[- ]party )?(?:SDKs?|sub-?processors?|partners))?(?: list| directory)?|third[- ]party (?:list|sharing list))/i,
  longestTitle: 110,
  afterTitle: /^\s(?:last |latest )?(?:updated?|effective|version|published|revised)\b/i,
  version:
    /\bversion\s?(?:no\.?|number)?\s?[:#]?\s?(v?\d{1,3}(?:\.\d{1,4}){0,3}[a-z]?)\b(?!\s?(?:of|or|\.\d))/i,
  dates: {
    date: DATE,
    before: {
      updated: `(?:last|most recently|recently)?\\s?(?:updated|modified|revised|amended|changed|reviewed|update|revision|revision date|modification)${LABEL_END}`,
      effective: `(?:effective|in effect|takes? effect|in force|comes? into (?:force|effect)|valid|applies)${LABEL_END}(?:since\\s)?`,
      published: `(?:published|posted|issued|released|release|publication|issue)${LABEL_END}`,
    },
    after: {
      updated: '\\s(?:update|revision|version)\\b',
      effective: '\\s(?:is|shall be) the effective date',
      published: '\\s(?:is|was) the (?:publication|release) date',
    },
    self: /\b(?:this|our) (?:[\w-]+ ){0,3}(?:policy|notice|statement|agreement|terms)\b|^.{0,50}$/i,
    months: MONTHS,
  },
  publisher: {
    defined:
      /\(\s?(?:[^()\n]{0,70}?[\s,])?["“”'‘’]\s?(?:we|us|our|the company|company|the bank)\s?,?["“”'‘’][^()\n]{0,60}\)|(?:,?\s)(?:hereinafter|hereafter)(?: referred to as| called)? ["“'](?:we|us|the company|company)["”']|\((?:we|us|our|the company)(?:[,/ ]{1,3}(?:and |or )?(?:we|us|our|the company))*\)/gi,
    labelled: [
      /(?:["“]?\b(?:we|us)\b["”]?,? (?:or ["“]us["”] )?(?:means?|refers? to|is|are)\s)/gi,
      /\b(?:operated|owned and operated|run|published|provided|made) by\s(?:the company\s)?/gi,
      /\b(?:data controller|controller|operator|company name|legal name|legal entity|service provider name)\s?(?:is|:|of[^.:]{0,40} is)\s(?:the company\s)?/gi,
      /\b(?:developed|developer)\s?(?:by|:)\s/gi,
    ],
    clause:
      /,?\s(?:an?|the|being an?)\s(?:[\w-]+\s){0,4}(?:company|corporation|partnership|business|bank|organi[sz]ation|entity|charity)\b[^()]{0,80}$/i,
    notAfter: /\b(?:in|of|at|under|from|to|by the laws of)\s$/i,
    nameBefore: /(?:[A-Z0-9][\w&.'’-]*|&)(?:,?\s(?:[A-Z0-9][\w&.'’-]*|of|and|&|the|de|GmbH|plc))*,?\s*$/,
    affiliates: /,?\s(?:and|together with|including) (?:its|our|all) .*$/i,
    organisation:
      /(?:\b(?:Inc|Ltd|LLC|L\.L\.C|Limited|Corp|Corporation|Company|Co|PLC|plc|GmbH|AG|S\.?A|SAS|B\.?V|N\.?V|Oy|AB|LLP|LP|Pty|Pte|Group|Holdings|Bank|University|Foundation|Association|Institute|Technologies|Technology|Labs?|Software|Studios?|Services|Systems|Media|Networks?|Solutions|Games|Health|Insurance|Partners)\b\.?|\b[A-Z][\w&'’-]+)$/,
    company:
      /^\s?(?:[A-Z0-9][\w&.'’-]*)(?:,?\s(?:[A-Z0-9][\w&.'’-]*|of|&|and)){0,6}?,?\s?(?:Inc|Ltd|LLC|L\.L\.C|Limited|Corp|Corporation|Company|PLC|plc|GmbH|AG|S\.A|SAS|B\.V|N\.V|Oy|AB|LLP|Pty Ltd|Pte\.? Ltd|Bank)\b\.?/,
    lead: /^(?:(?:The|This|That|At|By|In|When|Welcome|To|From|For|And|Privacy|Policy|Notice|Your|Our|Of|With|You|Describes|How)\s)+/,
    subject: /^\s(?:\([^()\n]{0,40}\)\s)?[a-z]/,
    place: /(?!)/,
    notSubject: /(?!)/,
    rowLabel:
      /^(?:the )?(?:data controller|controller|operator|company|company name|who we are|responsible(?: party| for this (?:app|site))?)\s?:?$/i,
    person: /(?!)/,
    founder: /(?!)/,
    maker: { sentence: /(?!)/g, not: /(?!)/, person: /(?!)/, made: /(?!)/, runner: /(?!)/ },
  },
  app: {
    suffix: /\s(?:mobile )?(?:app|application|platform|website|site|software)$/i,
    mention:
      /\b(?:[Tt]he|[Oo]ur|[Uu]se|[Uu]sing|[Ii]nstall|[Oo]pen)\s((?:[A-Z][\w&'’-]*\s){1,4})(?:mobile\s)?(?:[Aa]pp|[Aa]pplication)\b/g,
    enough: 1,
    generic:
      /^(?:this|our|the|your|third|mobile|Android|iOS|Apple|Google|customer|user|online|website|global|services?|personal|data)\b/i,
    lead: /^(?:The|Our)\s/,
    named: [
      /\b(?:makes?|runs?|operates?|publishes|offers|provides|welcome to)\s(?:the\s)?((?:[A-Z][\w&'’-]*\s){0,3}[A-Z][\w&'’-]*)\s(?:mobile\s)?app(?:lication)?\b/,
      /(?<=^|\n|[.!?]\s|\d\s)((?:[A-Z][\w&'’-]* ){0,3}[A-Z][\w&'’-]*)(?: \([^()\n]{0,80}\))?,? is (?:(?:made|developed|operated|run|owned|published|built|created)(?: and \w{3,12})? by [A-Z]|an? (?:[\w-]+ ){0,4}(?:mobile )?(?:app|application|game)\b(?! (?:store|developer|maker|publisher|company|studio|platform|for developers)))/,
    ],
    described:
      /^(?:\s\([^()\n]{0,80}\))? is an? (?:(?:[\w-]+\s){0,5}(?:app|application|game|tool|software|program|player|editor|reader|browser|tracker|keyboard|messenger|planner|assistant|companion|widget|extension)\b(?! (?:store|developer|maker|publisher|company|studio|platform))|[\w\s-]{2,40}\bfor (?:your )?(?:phones?|iPhones?|iOS|Android|tablets?|(?:smart)?watch(?:es)?)\b)/,
  },
};
