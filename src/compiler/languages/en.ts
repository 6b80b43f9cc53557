import type { Language } from './language.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATE = `${MONTH}\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s(?:19|20)\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH},?\\s(?:19|20)\\d{2}|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)\\d{2}`;
const LABEL_END = '\\s?(?:date)?\\s?(?:is|was|on|as of|from)?\\s?[:*_]{0,4}\\s?(?:on\\s)?';
const DATA_NOUN =
  'names?\\b|e-?mails?\\b|phone|numbers?\\b|address|location|GPS|IP\\b|device|identifiers?\\b|IDs?\\b|photos?\\b|images?\\b|videos?\\b|pictures?\\b|birth|gender|\\bage\\b|passwords?\\b|payment|cards?\\b|bank|account|transactions?\\b|contacts?\\b|messages?\\b|logs?\\b|cookies|browser|operating system|purchase|biometric|fingerprints?\\b|face|facial|voice|health|passport|licen[cs]e|security number|usage|preferences|content|information|data\\b|IMEI|IDFA|MAC\\b|details|history|records?\\b|postcode|zip';
const REFUSES =
  "(?:refus\\w*|declin\\w*|den(?:y|ies|ied)|reject\\w*|disabl\\w*|turn(?:ing)? off|withhold|revok\\w*|(?:do|does|did|choose|chose|prefer)(?: not|n['’]t)(?: to)? (?:provide|grant|allow|give|share|agree|enable|consent|permit|accept)|without (?:this|your|that|the) (?:permission|consent|access|information|data)|not (?:provid|grant|allow|giv|enabl|permitt)\\w*)";
const LOSES =
  "(?:(?:will|may|might|can|could|would) (?:not|no longer|be unable)|cannot|can't|won't|unable|unavailable|not be (?:able|available)|not work|not function|limited|still|not affect|does not affect|continue to use|lose|must|have to|need to|you can|only)";

/** English as privacy policies are written in it; patterns match text after NFKC. */
export const en: Language = {
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
      /(?:SDKs?|third[- ]part(?:y|ies)|sub-?processors?|partners?).{0,12}(?:list|directory|catalogue)|list of (?:third|SDK|sub-?processor|partner)/i,
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
    /(?:(?:customer |user |website |app |application |mobile |online |global |children['’]?s (?:online )?)?privacy (?:policy|notice|statement|agreement|terms)|data (?:protection|privacy|processing) (?:policy|notice|statement|agreement)|cookie policy|terms (?:of (?:service|use)|and conditions|& conditions)|(?:end )?user (?:licen[cs]e )?agreement|service agreement|(?:biometric |informed |face recognition )?(?:consent|authori[sz]ation) (?:form|agreement|statement|letter)|(?:list of |)(?:third[- ]party )?(?:SDKs?|sub-?processors?)(?: list| directory)?|third[- ]party (?:list|sharing list))/i,
  longestTitle: 110,
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
      /\b(?:operated|owned and operated|run|published|provided) by\s(?:the company\s)?/gi,
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
    place: /(?!)/,
  },
  app: {
    suffix: /\s(?:mobile )?(?:app|application|platform|website|site|software)$/i,
    mention:
      /\b(?:[Tt]he|[Oo]ur|[Uu]se|[Uu]sing|[Ii]nstall|[Oo]pen)\s((?:[A-Z][\w&'’-]*\s){1,4})(?:mobile\s)?(?:[Aa]pp|[Aa]pplication)\b/g,
    enough: 1,
    generic:
      /^(?:this|our|the|your|third|mobile|Android|iOS|Apple|Google|customer|user|online|website|global|services?|personal|data)\b/i,
    lead: /^(?:The|Our)\s/,
  },
  permission: {
    kinds: [
      [
        'album',
        /\b(?:photos?|photo library|gallery|camera roll|albums?|media (?:library|files)|pictures)\b|READ_MEDIA_(?:IMAGES|VIDEO)/i,
      ],
      ['camera', /\bcamera\b|\bCAMERA\b/i],
      [
        'install-packages',
        /install (?:unknown |other )?(?:apps|packages|applications)|unknown sources|INSTALL_PACKAGES/i,
      ],
      ['app-list', /(?:list of )?installed (?:apps|applications)|app(?:lication)? list|QUERY_ALL_PACKAGES/i],
      [
        'device-info',
        /device (?:information|info|identifiers?|ID|status|state)|phone (?:state|status)|READ_PHONE_STATE/i,
      ],
      ['contacts', /\bcontacts?(?: list)?\b(?! us)|address book|READ_CONTACTS/i],
      ['sms', /\bSMS\b|text messages?|(?:READ|RECEIVE|SEND)_SMS/i],
      ['storage', /\bstorage\b|\bfiles?\b|SD card|EXTERNAL_STORAGE/i],
      ['microphone', /microphone|\bmic\b|record(?:ing)? audio|audio recording|RECORD_AUDIO/i],
      ['location', /location|\bGPS\b|_LOCATION/i],
      ['clipboard', /clipboard|pasteboard/i],
      ['bluetooth', /bluetooth/i],
      ['calendar', /calendar/i],
      ['biometrics', /biometric|fingerprint|face ?id|touch ?id|facial recognition/i],
      ['notifications', /(?:push )?notifications?|POST_NOTIFICATIONS/i],
      [
        'motion',
        /motion|physical activity|activity recognition|\bsensors?\b|accelerometer|fitness|ACTIVITY_RECOGNITION/i,
      ],
      ['background', /\bbackground\b|auto-?start|run at startup|RECEIVE_BOOT_COMPLETED/i],
      ['network', /network|internet|wi-?fi|mobile data|INTERNET|ACCESS_(?:NETWORK|WIFI)_STATE/i],
      ['phone', /\bphone\b|\btelephone\b|make calls|CALL_PHONE/i],
    ],
    head: /^(?:(?! [-–—] )[^:.;,\n(–—]|\([^()\n]{0,30}\)){1,48}/,
    notHead:
      /\b(?:we|you|your|if|when|how|information|policy|service provider|third|partners|data we|identity data|contact data|contact us)\b/i,
    afterHead: /^\s?[*_]{0,2}\s?(?::|[–—-]\s|\.\s|,?\s(?:used|to|for|so that)\b)/,
    mark: /\bpermissions?\b|\baccess\b/i,
    nameTrim: {
      before: /^(?:access to(?: the| your)?|the|your|use of|read(?=\sand)|[\s"“*_•-]+)\s?/i,
      after: /[\s"”*_:]+$/,
    },
    userTail: /^\s?(?:SDK|uses|to\b)/,
    nameTail: /^\s(?:permissions?|access)\b/i,
    grants: /\b(?:allows?|permits?)\b/i,
    vague: /^(?:the app|this|it|which|that|we)\b/i,
    nameBreak: /,|\/|;|\band\b|\bor\b|&/g,
    prose:
      /\b(?:request|requests|ask(?:s)? for|need|needs|require|requires|use|uses|using|access|accesses|obtain|seek|want)(?: for)?(?: permission to)?(?: to)?(?: (?:use|access))?(?: (?:the|your|device))*?(?: access to| permission to (?:use|access)| permission for)?(?: (?:your|the|device(?:['’]s)?|phone['’]s|following)){0,3} ((?:[a-z][\w/-]*(?: [a-z][\w/-]*){0,2}(?:, (?:and |or )?(?:your )?| and (?:your )?| or (?:your )?)){0,8}(?:camera(?: roll)?|microphone|locations?|precise location|photos?(?: library)?|photo library|gallery|contacts|address book|calendar|storage|bluetooth|clipboard|notifications|SMS(?: messages)?|fingerprint|Face ID|Touch ID|phone state|motion sensors?|sensors))\b(?! (?:information|data|us)\b)/gi,
    notProse: /\b(?:not|never|without|stop|disable|turn off|revoke|withdraw|deny|denied)\b/i,
    forAll:
      /\b(?:these|this|above|any of|each|such|any) (?:[\w-]+ ){0,2}(?:permissions?|access)|permissions? above|any permission|a permission/i,
    refusesAll: new RegExp(REFUSES, 'i'),
    listLead: /(?:permissions?|access)[^.;]{0,40}:\s*$/i,
    section: /permission|device access|access (?:to|on) (?:your|the) device/i,
    nameHeader: /permission|access/i,
    purposeHeader: /purpose|use|why|reason|function|scenario|feature|description/i,
    refusalHeader: /refus|den(?:y|ied)|declin|reject|if you|consequence|impact|without/i,
    platformHeader: /platform|system|OS\b|android|ios/i,
  },
  purpose:
    /\b(?:(?:is|are|was) )?(?:used|needed|required|necessary|requested)(?: by [^.;]{2,30})? (?:to|for|so that|when|in order to)\b[^.;]{3,260}|\b(?:so that|in order to|so you can)\b[^.;]{3,260}|\b(?:to|lets you|allows? you to|for) (?=(?:scan|take|upload|let|help|enable|allow|provide|verify|authenticate|save|store|show|send|find|locate|identify|record|read|make|sign|log|pay|improve|protect|detect|prevent|connect|share|set|remind|add|keep|display|search|deliver|support|recogni[sz]e|complete|process|personali[sz]e|notify|understand|measure|analy[sz]e|monitor|book|remind|connect|count|report|the|your|identity|voice|video|scanning|taking|uploading|sending|payments?|navigation|security)\b)[^.;]{3,260}|\bwe use (?:it|this|them) (?:to|for)\b[^.;]{3,260}/i,
  refusal: new RegExp(
    `(?:\\b(?:if|when|should|unless|in case|where)\\b[^.;]{0,60}?${REFUSES}|^\\s?(?:refus\\w*|declin\\w*|deny\\w*|without (?:it|this|them|these))\\b)[^.;]{0,160}?${LOSES}|${LOSES}[^.;]{0,80}\\b(?:if|unless|without)\\b[^.;]{0,30}${REFUSES}`,
    'i',
  ),
  refusalClause: new RegExp(
    `[,;.]\\s?(?:but |and )?(?:if|unless|without|refus|declin)\\b[^.;]{0,40}${REFUSES}`,
    'i',
  ),
  refusalOpens: /^\s?(?:if (?:you|the user)|without (?:it|this)|refus|declin|should you|unless you)/i,
  collect: {
    triggers: [
      /\b(?:we|[Tt]he app|our (?:app|services?)|it|[Tt]he bank)(?: (?:may|will|also|might|automatically|shall|only|need to|can|then|must))* (?:collect|obtain|receive|record|gather|log|store and use|ask you for|ask for|request|process)(?: and (?:use|store|process))?(?: from you)?(?: the following)?(?: (?:kinds|types|categories) of)?:? ((?:your )?[^.;]{3,360})/i,
      /\byou(?: (?:may|will|must|can|need to|are asked to|are required to|have to|choose to))+ (?:provide|give|submit|enter|upload|supply)(?: us)?(?: with)?(?: the following)?:? ((?:your )?[^.;]{3,360})/i,
      /\b(?:information|data) (?:we|that we)(?: (?:may|will))? collect(?:s)?(?: (?:from|about) you)? (?:includes?|is|are|consists? of):? ([^.;]{3,360})/i,
    ],
    not: /\b(?:do not|does not|don['’]t|doesn['’]t|will not|never|not|no longer|without|stop)(?: (?:knowingly|intentionally|directly|actively))? (?:collect|obtain|receive|record|gather|process|request|store)|(?:third part(?:y|ies)|SDKs?|partners?|providers?)[^,.;]{0,30}(?:collect|obtain|receive)/i,
    noun: new RegExp(DATA_NOUN, 'i'),
    notData:
      /\bdo(?:es)? not collect|\bwe collect|^if |^(?:your |the |any |some |certain |this |that |such |personal |only |more |and |other )*(?:personal )?(?:information|data|details|content)(?:$| (?:about|from|you|that|we|in|when|to|as|for|on|through|at|without|where))|^(?:your )?(?:consent|permission|approval|requests?|complaints?|payments?)\b|\bno (?:personal|data)|^(?:it|them|this|these|a|an) |^information$/i,
    dataEnd:
      /\s(?=(?:in order to|only|after|before|with your (?:consent|permission|separate)|so that|so we|so you|to (?!us\b|you\b|and\b)|for (?:the )?(?:purpose|identity|security|verif|fraud|account|safety|analytics)|when (?:you|we)|if (?:you|we)|from (?:your|you|the)|because|which (?:we|is|are|will)|that (?:we|you)|unless|through|during|as (?:part|described)|and (?:use|store|share|we|may|will)|but|by)\b)|\s?[–—]\s/i,
    listLabel: /^[A-Z][^:.,;]{2,40}:\s*/,
    announces: /^[^,.;]{0,60}(?:information|data|following|details|includes?)?\s?:\s*$/i,
    function:
      /\b(?:when|whenever|while|before) you (?!do not|refuse)[^.;:]{3,140}?(?=,\s(?:we|the app|our|it)\b)|\b(?:when|if|where|as|while|before|after|each time|whenever) you (?!do not|don't|refuse|decline|are under|choose not)[^,.;:]{3,80}/i,
    purposeBefore: /(?:^|[,;]\s)((?:in order to|to|for) [a-z][^,.;:]{3,80})(?=,)/i,
    purposeAfter:
      /\b(?:in order to|so that (?:we|you)|so (?:we|you) can|(?:used|needed|required) (?:to|for)|for the purposes? of|to (?=[a-z]+ )(?!us\b|you\b))[^.;]{3,200}|\bfor (?:identity|security|verification|fraud|account|safety|analytics)[^.;]{0,120}/i,
    purposeNext:
      /\b(?:we use (?:this|these|it|such)(?: \w+)? (?:to|for)|(?:this|these|it|such)(?: \w+)? (?:is|are) (?:used|needed|required|necessary) (?:to|for))[^.;]{3,200}/i,
    background:
      /[^,.;]{0,60}\b(?:in the background|background (?:mode|location)|even when (?:the app is|you are not|closed)|while the app is (?:closed|not in use))[^,.;]{0,60}/i,
    functionHeader: /function|feature|service|scenario|activity|when/i,
    dataHeader: /data|information|collect/i,
    purposeHeader: /purpose|why|reason|use\b|used for/i,
  },
  party: {
    strong: {
      name: 'SDK name|Name of SDK|Third-party SDK|Third party SDK|Third-party name|Third party name|Third party|Third-party|Name of third party|Partner name|Recipient name|Name of recipient|Vendor name|Provider name|Sub-processor|Subprocessor|Plugin name|Component name',
      company:
        'Company name|Name of company|Operating company|SDK provider|Provided by|Service provider|Legal entity|Third-party company|Data recipient|Operator|Vendor|Developer',
      purpose:
        'Purpose of use|Purposes of use|Purpose of collection|Purpose of sharing|Purpose of processing|Processing purpose|Use purpose|Purpose|Purposes|Used for',
      scene:
        'Scenario|Usage scenario|Use scenario|Scenario of use|Scenarios|Scene|Use case|Business scenario',
      permissions:
        'Permissions|Permissions requested|Permissions required|Required permissions|System permissions|Permission|Permissions used|Device permissions',
      data: 'Data collected|Personal information collected|Personal data collected|Information collected|Data types|Types of data|Data type|Type of data|Types of personal information|Personal information|Personal data|Categories of data|Data processed|Personal data processed|Collected data|Collected information|Information type|Types of information|Data categories',
      shared:
        'Data shared|Information shared|Shared data|Shared information|Personal information shared|Types of information shared|Personal data shared',
      sharing:
        'Sharing method|Method of sharing|Processing method|Method of processing|Collection method|Way of sharing|How shared|How it is shared|Means of sharing',
      contact: 'Contact details|Contact information|Contact email|Contact phone',
      site: 'Official website|Official site|Website|Home page|Homepage|Web site',
      privacyUrl:
        'Privacy policy link|Privacy policy URL|Link to privacy policy|Privacy policy|Privacy notice|Privacy statement|Privacy link|Privacy|Privacy policy address|Their privacy policy',
      platforms: 'Platforms|Supported platforms|Applicable platforms|Platform|Operating system',
      background: 'Background collection|Background use|Background activity|Runs in background',
    },
    weak: {
      name: 'Name|SDK|Partner|Recipient|Product',
      company: 'Company|Provider|Entity|Owner',
      purpose: 'Function|Feature|Use|Description',
      data: 'Data|Information',
      contact: 'Contact|Email|Phone',
      site: 'URL|Link|Site',
    },
    label: /^(?!you|we |if |when )[A-Za-z][^:.,;“”]{2,40}$/i,
    labelPrefix: /^(?:The )$/,
    headers: [
      ['privacyUrl', /privacy|policy (?:link|url)|\blink\b/i],
      ['sharing', /method|how (?:it is )?shared|way of/i],
      ['site', /website|web site|home ?page|\burl\b/i],
      ['contact', /contact|e-?mail|phone/i],
      ['permissions', /permission/i],
      ['background', /background/i],
      ['scene', /scenario|scene|use case|^(?:function|feature)s?(?: name| type)?$|^category$/i],
      ['purpose', /purpose|why|reason|used? for|function|description|^use$|services? provided|role/i],
      ['name', /^(?:services?|tools?|products?|names?)(?: names?)?$/i],
      ['shared', /shared|disclosed|transferred/i],
      ['data', /data|information/i],
      ['company', /company|entity|provider|vendor|operator|developer|recipient$|organi[sz]ation|owner/i],
      ['platforms', /platform|^os$|operating system/i],
      ['name', /name|sdk|third|partner|recipient|processor|service|tool|product|plugin/i],
    ],
    about:
      /\bSDKs?\b|third[- ]part|partner|recipient|processor|shar(?:e|ing)|service providers|disclos|vendors/i,
    aboutHeader:
      /\bSDKs?\b|third[- ]part|compan|provider|vendor|partner|recipient|processor|entity|operator|organi[sz]ation/i,
    filing: /(?!)/,
    none: /^(?:none|n\/?a|not applicable|nil|-+|–|—|\/)\.?$/i,
    notName: /^(?:the following|no\.|name|total|note|these|we |our |for |if |this |see )/i,
    aside: /^(?:package|including|version|formerly)/i,
    platforms:
      /^(?:(?:Android|iOS|HarmonyOS|Web|H5|Windows|macOS|iPadOS)(?:\s?(?:version|only|app))?(?:[,/&\s]{1,3}|\sand\s|$))+$/i,
    collectsNothing:
      /\b(?:none of (?:these|them|the above)[^.]{0,40}collects?|do(?:es)? not collect any (?:personal|of your)|collect no (?:personal )?(?:data|information))/i,
    givenTo:
      /\b(?:with|to) (?:our (?:partner|affiliate|provider|processor|service provider|payment processor)s?,? )?(?=[A-Z])/g,
    sharedData:
      /\b(?:share|shares|provide|provides|disclose|discloses|transfer|transfers|send|sends|pass|transmit|transmits)(?: only)? (?:your |the )?([^.;]{3,200}?)\s*$/i,
    shortName: /\(\s?(?:[^()\n]{0,40}[,;]\s?)?(?:the |hereinafter )?["“]([^"”\n]{2,30})["”]\s?\)/g,
    self: /^(?:we|us|our|you|your|the company|company|app|the app|service|services|the services?|site|platform|policy|privacy policy|user|users|terms|personal (?:data|information)|the bank)$/i,
    bracketPhone: /(?:tel|phone|telephone)\.?\s?:?\s?(\+?[\d][\d\s()-]{5,20}\d)/i,
    handles:
      /\b(?:shar\w+|provid\w+|disclos\w+|process\w+|transfer\w*|collect\w*|receiv\w*|send|hosted|operated)\b/i,
    usesSdk:
      /\b(?:use|uses|using|integrate|integrates|embed|embeds|include|includes)(?: the)? ((?:[A-Z][\w.+-]*\s?){1,4}?)\s?SDK\b/g,
    theirData:
      /\b(?:which|that|it|SDK|provider)(?: (?:may|will|also))* (?:collects?|receives?|obtains?|processes) (?:your )?([^.;]{3,160})/i,
    sdkList:
      /\b(?:SDKs?|service providers|third[- ]part(?:y|ies)(?: services| providers)?|processors|vendors|partners) ?(?:we use )?,? ?(?:such as|including|namely|include|includes|are|like|:)\s?:?\s?(?=[A-Z])([^.;]{2,400}?)(?=\s(?:to|for|who|that|which|in order|in the)\b|[.;]|$)/,
    listBreak: /,\s?(?:and )?|;\s?|\sand\s/,
    commonName:
      /^(?:the|our|your|third|party|other|following|these|software|such|any|a|an|some)\b|^[^A-Z0-9]|^(?:Inc|Ltd|LLC|Limited|Corp)\b|\b(?:Policy|Notice|Act|Regulation|Android|iOS)$/,
  },
  counted: {
    mark: /(?!)/g,
    after: /\n/,
    company: /\b(?:Inc|Ltd|LLC|Corp|Limited|GmbH)\b\.?/,
    dataTail: /(?!)/,
    dataItem: /(?!)/,
  },
  sensitive: {
    items: [
      /\b(?:we|[Tt]he app|it)(?: (?:may|will|also))* (?:collect|process|handle|use)s?(?: the following)?(?: (?:kinds|types|categories) of)? (?:sensitive|special) (?:categor(?:y|ies) of )?(?:personal )?(?:information|data)(?:,? (?:such as|namely|including|which (?:is|are))|:)\s?([^.;]{3,300})/,
      /\b(?:[Ss]ensitive (?:personal )?(?:information|data)) (?:we (?:collect|process|handle)|involved|covered)(?: (?:by|in) this [\w ]{3,24})? (?:is|are|includes?|consists of):?\s?([^.;]{3,300})/,
      /\b((?:[Yy]our |[Tt]he )?[A-Za-z][\w -]{3,50}?) (?:is|are) (?:considered |treated as |classed as )?(?:sensitive|special categor\w+)(?: of)?(?: personal)? (?:information|data)/,
    ],
    example: /\b(?:means|refers to|for example|e\.g\.|is defined|definition)\b/i,
    words:
      /^(?:your |the )?(?:facial (?:image|features?|data|template|recognition data)s?|face (?:image|data|scan|template|photo|picture)s?|fingerprints?(?: data)?|voice ?prints?|biometric (?:data|information|identifiers?|templates?)|(?:national )?(?:id|identity)(?: card)?(?: (?:number|document|card|photo|copy))s?|passport(?: number| photo| details)?s?|social security numbers?|driver['’]?s? licen[cs]e(?: number)?s?|(?:bank|payment|credit|debit)(?: card| account)? (?:numbers?|details|information|cards?|accounts?)|(?:precise|exact|real-time) (?:geo)?location(?: data| information)?|health (?:data|information|records)|medical (?:data|information|records)|(?:religious|political) (?:beliefs|opinions|views)|sexual orientation|genetic data|racial or ethnic origin|transaction (?:records|history))$/i,
    statement: {
      all: [
        /\bsensitive (?:personal )?(?:information|data)|special categor/i,
        /\b(?:is sensitive|impact|harm|necessary|encrypt|consent|treat|protect|collect|process|separate|risk)/i,
      ],
      not: /\bmeans\b|\brefers to\b|for example/i,
    },
    itemBreak: /,\s?(?:and |or )?|;|\(|\)|\band\b|\bor\b/g,
    trim: /^(?:your|the|including|such as|namely|a|an|:|\s)+\s/i,
    notItem: /\b(?:such|these|this|any|above|it)\b|[:]/i,
  },
  statements: {
    jumps: [
      {
        all: [
          /\b(?:links? to|linked to|redirect|take you to|leave (?:our|the)|open(?:s|ed|ing)?|launch(?:es)?|jump|direct you to|switch to)\b/i,
          /\b(?:third[- ]part\w+|other|external|another) (?:[\w-]+ ){0,2}(?:web ?sites?|sites?|apps?|applications?|services?|pages?|mini[- ]programs?|platforms?)\b/i,
        ],
        not: /\bmeans\b|our websites? uses? cookies|account with/i,
      },
    ],
    separateConsents: [
      {
        all: [
          /\bseparate(?:ly)? (?:\w+ )?(?:consent|authori[sz]ation|permission)|\bconsent separately|explicit (?:and separate )?consent\b/i,
        ],
        not: /\bmeans\b|without your explicit consent|withdraw/i,
      },
    ],
    alternatives: [
      {
        all: [
          /\b(?:instead|alternative(?:ly)?|another way|other (?:ways?|methods?|means|channels)|still (?:use|sign|log|pay|register|open|verify)|by other means)\b/i,
          /\b(?:can|may|choose|able)\b/i,
        ],
        not: /contact us|reach us|notify|dispute|complain|court|still use (?:the |all )?other (?:functions|features|services)/i,
      },
    ],
    retention: [
      {
        all: [
          /\b(?:retain|retention|keep|kept|store[ds]?|stored|hold|delete[ds]?)\b/i,
          /\b(?:as long as|no longer than|for (?:up to |at least |a period of |the )?(?:\d+|[a-z-]+ (?:days|weeks|months|years)|period|duration|term|time)|within \d+|\d+ (?:days|months|years)|retention period|until (?:you|your|the)|shortest)\b/i,
        ],
        not: /respond|reply|answer your|cookie|request(?:s)? within|cross-border|notify/i,
      },
    ],
    crossBorder: [
      {
        all: [
          /\b(?:cross[- ]border|overseas|abroad|outside (?:of )?(?:the |your |mainland )?(?:EEA|EU|European|UK|United|country|China|jurisdiction|region|PRC)|international(?:ly)? transfer\w*|transfer\w* internationally|other countries|another country|third countr|standard contractual clauses|(?:stored?|process(?:ed)?|hosted?|located|hold|held|transferred)[^.]{0,40}(?:in|within|to) (?:the |mainland )?(?:United States|China|EU|European Union|EEA|UK|United Kingdom|Singapore|PRC|Germany|Ireland))\b/i,
        ],
        not: /\bmeans\b|governing law|courts of/i,
      },
    ],
    exemptions: [
      {
        all: [
          /\bwithout (?:your |obtaining (?:your )?|asking (?:for )?(?:your )?|first )?(?:prior )?consent\b|\b(?:consent is not (?:required|needed)|(?:do|need) not (?:require|need|obtain|ask for)(?: your)? consent|no consent is (?:required|needed))/i,
          /\b(?:may|can|following|where|when|if|case)\b/i,
        ],
        not: /\b(?:not|never)\b[^.]{0,60}without|(?:will|do|does|shall) not [^.]{0,60}without|parent|guardian|child/i,
      },
      {
        all: [
          /\b(?:not (?:be )?(?:liable|responsible|accept (?:any )?(?:liability|responsibility))|no liability|disclaims? (?:all|any)|bears? no responsibility)\b/i,
        ],
      },
    ],
    minors: [
      {
        all: [
          /\b(?:child(?:ren)?|minors?|under (?:the age of )?\d{1,2}|teen\w*|underage)\b/i,
          /\b(?:parents?|parental|guardians?|knowingly|not (?:intended|directed|for|use|collect)|under (?:the age of )?\d{1,2}|delete|consent)\b/i,
        ],
        not: /\bmeans\b/i,
      },
    ],
  },
  age: /(?:\b(?:under|below|younger than|over|at least|aged?|between)\s(?:the age of\s)?)?(?:\d{1,2}|thirteen|fourteen|sixteen|eighteen)\s?(?:years? (?:of age|old)|(?= or (?:older|younger|over|under)\b)(?:\sor (?:older|younger|over|under))?)|\b(?:under|below|younger than|aged?|at least)\s(?:the age of\s)?(?:\d{1,2}|thirteen|fourteen|sixteen|eighteen)\b(?! (?:days|months|hours|percent|%))/gi,
  ageContext:
    /\b(?:child|minor|parent|guardian|teen|years old|years of age|under the age|aged|under 1[3-8])/i,
  withdrawal: {
    act: /\bwithdraw(?:al|ing|n)?\b[^.;]{0,50}\b(?:consent|permission|authori[sz]ation|agreement)|\b(?:consent|permission|authori[sz]ation)[^.;]{0,40}\b(?:withdraw|revoke)|\brevok\w+\b[^.;]{0,40}\b(?:consent|permissions?|authori[sz]ation|access)|\bopt(?:ing)?[- ]out of (?:the |our |this )?(?:collection|processing|tracking|analytics|sharing|sale|personali|profiling|use of)/i,
    way: /\b(?:by|via|through|in (?:the |your )?(?:app|settings|account|privacy|system|device)|under|go to|going to|tap|open|visit|contact(?:ing)? us|e-?mail(?:ing)?|click(?:ing)?|turn off|turning off|select)\b|[>→›]/i,
    not: /\b(?:withdrawal|withdrawing|revocation)[^.;]{0,30}(?:does|will|shall) not affect|\bafter you withdraw|\b(?:if|when|once) you withdraw|^(?:you )?ha(?:ve|s) the right to withdraw[^.;]{0,30}$|withdraw (?:money|cash|funds)/i,
    path: /["“']([^"”'\n→>›–/»-]{1,30}(?:\s?(?:-+>?|→|>+|›|–|\/|»)\s?[^"”'\n→>›–/»-]{1,30}){1,6})["”']|((?:[A-Z][\w&]*(?: [A-Za-z&]+){0,3})(?:\s?(?:->|→|>|›|»)\s?[A-Z][\w&]*(?: (?!to\b|and\b|at\b)[A-Za-z&]+){0,3}){1,6})/,
    pathTail: /(?!)/,
    pathLead: /^(?:Go to|In|Under|Via|Open|Visit|Through|By|You can)\s/,
  },
  rights: {
    kinds: [
      ['withdraw', /withdraw[^.;]{0,40}consent|revok(?:e|ing)[^.;]{0,40}(?:consent|permission|authori)/i],
      [
        'close-account',
        /(?:close|delete|deactivate|cancel|remove|closing|deleting|closure of) (?:your |the )?account|account (?:closure|deletion)/i,
      ],
      ['copy', /\b(?:copy|copies|portable|portability)\b/i],
      ['delete', /\b(?:delet(?:e|ion|ing)|eras(?:e|ure))\b(?! (?:your )?account)/i],
      ['correct', /\b(?:correct(?:ion|ing)?|rectif\w+|update|amend)\b/i],
      [
        'access',
        /\b(?:access|view|see|review|obtain)\b(?= (?:to )?(?:and|or|,|your|the|personal|it|a|any))|right of access/i,
      ],
      ['explain', /\bexplanation|explain\b/i],
      ['transfer', /\b(?:transfer|port) (?:your )?(?:data|personal|information)/i],
      ['complain', /\bcomplain(?:t|ts)?\b|supervisory authority|data protection authority/i],
    ],
    way: /\b(?:you|users?) (?:can|may|have the right|are entitled|could)\b[^.;]{0,120}\b(?:by|via|through|in (?:the |your )?(?:app|settings|account|privacy)|under|contact(?:ing)?|e-?mail|writ(?:e|ing) to|at [\w.]+@|at https?|with (?:the|your|a)|go(?:ing)? to|tap|calling)\b|\b(?:to (?:access|correct|delete|exercise|close|request|obtain|review|update)[^.;]{0,80}(?:contact|e-?mail|go to|visit|write to|call|tap|open|please))|\bright to (?:complain|lodge)|\blodge a complaint|\b(?:please|kindly) (?:contact|e-?mail|write)[^.;]{0,80}(?:to (?:access|correct|delete|exercise|close)|request|complain)/i,
    not: /cookies?\b|\b(?:browser|third[- ]part(?:y|ies) (?:websites?|privacy))|withdraw (?:money|cash)|we (?:may|can|will) (?:refuse|decline)|permission|review this (?:policy|notice)|changes to this/i,
    deadline:
      /\b(?:within|in)\s((?:\d{1,3}|one|two|three|five|seven|ten|fourteen|fifteen|thirty|forty[- ]five)\s(?:business |working |calendar )?(?:days?|hours?|weeks?|months?))/i,
    answers: /respond|reply|answer/i,
    bareWay: /e-?mail|call|write to/i,
    notDeadline: /notif(?:y|ied) you|retain|keep|stored?|before the change|in advance/i,
  },
  contact: {
    section:
      /contact(?:ing)?(?: us| details| information)?$|contact us|how to (?:contact|reach)|get in touch|questions|reach us|data protection officer|complaints/i,
    lead: /\b(?:contact|reach|write to|e-?mail|call) (?:us|our)\b[^.;]{0,60}|(?:in|by|through) (?:any of )?the following ways/i,
    phone:
      /\b(?:tel(?:ephone)?|phone|call(?:ing)?|hotline|helpline|mobile|toll[- ]free|customer (?:service|care|support))\b/i,
    address:
      /\b(?:(?:registered |mailing |postal |business |office |our )?(?:address|office)(?: is|:| at|\s?[-–]))\s?([^;\n]{8,140}?)(?=\.\s|\.$|;|\n|$|\s(?:phone|tel|e-?mail)\b)|\b(?:by (?:post|mail)|write to us at|mail)(?: to)?:\s?([^;\n]{8,140}?)(?=\.\s|\.$|;|\n|$)/gi,
    bareAddress:
      /^(?:[A-Z][\w&. ]{2,40},\s)?(\d{1,6}[A-Za-z]?\s[A-Z][\w.' -]{2,40}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Blvd|Boulevard|Square|Way|Place|Court)\b[^\n;]{0,90})/,
    person:
      /(?:[Dd]ata [Pp]rotection [Oo]fficer|[Pp]rivacy [Oo]fficer|DPO|[Gg]rievance [Oo]fficer)\s?(?:is|:|,)\s((?:(?:Mr|Ms|Mrs|Dr)\.?\s)?[A-Z][a-z'-]+(?:\s[A-Z][a-z'-]+){1,3})\b/g,
    site: /website|web|visit|online|site|portal|http/i,
    others: /abroad|overseas|cross-border|recipients?\b|processors?\b|third[- ]part|partners?\b/i,
    office: /commissioner|authority|regulator|ombudsman/i,
    regulator: /^[\d\s+()-]+[^.;]{0,20}(?:regulator|authority|ombudsman|commission)/i,
    otherCompany: /(?:Inc|Ltd|LLC|Limited|Corp|GmbH)\.?,?\s?\([^()\n]{0,60}$/,
  },
  topics: [
    [
      'third-party',
      /third[- ]part|\bSDKs?\b|\bpartners?\b|service providers?|\bshar(?:e|es|ed|ing)\b|affiliates|processors?\b|disclos/i,
    ],
    ['permission', /\bpermissions?\b|access to your (?:camera|microphone|location|photos|contacts)/i],
    ['sensitive', /sensitive|special categor|biometric|facial|fingerprint|health data|passport/i],
    ['background', /\bin the background\b|background (?:mode|location|collection)/i],
    [
      'cross-border',
      /cross[- ]border|overseas|outside (?:of )?(?:the|your|mainland)|international transfer|other countries|standard contractual/i,
    ],
    [
      'retention',
      /\bretain|\bretention|how long|as long as (?:necessary|needed|you)|keep (?:your|it|them|the|personal)|stored for/i,
    ],
    ['withdrawal', /withdraw|revoke|opt[- ]out/i],
    [
      'rights',
      /\byour rights\b|right to|request (?:access|deletion|a copy)|(?:access|correct|delete|erase) (?:your|the) (?:personal|data|information|account)/i,
    ],
    ['minors', /\bchild(?:ren)?\b|\bminors?\b|parental|guardian|under 1[3-8]\b/i],
    ['contact', /contact us|contact details|e-?mail us|reach us|\w@\w/i],
    [
      'changes',
      /(?:change|update|amend|revise)s?[^.]{0,30}(?:policy|notice|statement|terms)|material changes/i,
    ],
    [
      'security',
      /\bencrypt|security (?:measures|safeguards|controls)|protect (?:your|the) (?:data|information|personal)|unauthori[sz]ed access/i,
    ],
    ['exemption', /without (?:your )?consent|not (?:be )?(?:liable|responsible)/i],
    [
      'collection',
      /\b(?:collect|gather|obtain|receive|record)(?:s|ed|ing)?\b[^.]{0,60}(?:data|information|name|number|address|details)/i,
    ],
    ['purpose', /\b(?:in order to|purposes?|so that|used? (?:to|for|it|this|your))\b/i],
  ],
  emphasis: [
    {
      rule: 'R-N6',
      weight: 100,
      pattern: {
        all: [
          /sensitive (?:personal )?(?:information|data)|special categor|biometric|facial|fingerprint|face (?:image|data|scan)|health data/i,
          /\b(?:collect|process|store|use|impact|harm|share)/i,
        ],
        not: /\bmeans\b|refers to/i,
      },
    },
    {
      rule: 'R-C7',
      weight: 95,
      pattern: {
        all: [
          /biometric|facial|face|sensitive|passport|payment|bank|health|identity card/i,
          /\b(?:share|disclose|transfer|provide|send)(?:s|d)?\b[^.]{0,60}\b(?:with|to)\b/i,
        ],
        not: /\bmeans\b|do not share|not sell/i,
      },
    },
    {
      rule: 'R-C8',
      weight: 90,
      pattern: {
        all: [
          /cross[- ]border|overseas|outside (?:of )?(?:the|your|mainland)|transferred to (?:the )?[A-Z]|other countries/i,
        ],
        not: /\bmeans\b/i,
      },
    },
    {
      rule: 'R-C10',
      weight: 80,
      pattern: {
        all: [
          /\b(?:child(?:ren)?|minors?)\b|under (?:the age of )?1[3-8]/i,
          /parent|guardian|knowingly|under|not/i,
        ],
      },
    },
    {
      rule: 'R-C11',
      weight: 75,
      pattern: {
        all: [/\bwithdraw[^.]{0,40}consent|revoke[^.]{0,30}consent|opt[- ]out/i],
        not: /not affect/i,
      },
    },
    {
      rule: 'R-C5',
      weight: 70,
      pattern: {
        all: [
          new RegExp(`${REFUSES}[^.]{0,120}(?:will not|cannot|may not|unable|unavailable|no longer)`, 'i'),
        ],
      },
    },
    {
      rule: 'R-N5',
      weight: 50,
      pattern: {
        all: [/without (?:your )?consent|not (?:be )?(?:liable|responsible)/i],
        not: /(?:will|do|does|shall|never) [^.]{0,60}without/i,
      },
    },
  ],
};
