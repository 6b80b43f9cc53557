import type { Language } from '../language.js';

/** English words of what a person can do: withdrawal, rights, contacts. */
export const person: Pick<Language, 'withdrawal' | 'rights' | 'contact'> = {
  withdrawal: {
    act: /\bchange your mind\b|\btak(?:e|ing) back (?:your|the|a|any)\b[^.;]{0,20}\bconsent|\bwithdraw(?:al|ing|n)?\b[^.;]{0,50}\b(?:consent|permission|authori[sz]ation|agreement)|\b(?:consent|permission|authori[sz]ation)[^.;]{0,40}\b(?:withdraw|revoke)|\brevok\w+\b[^.;]{0,40}\b(?:consent|permissions?|authori[sz]ation|access)|\bopt(?:ing)?[- ]out of (?:the |our |this )?(?:collection|processing|tracking|analytics|sharing|sale|personali|profiling|use of)/i,
    way: /\b(?:by|via|through|in (?:the |your )?(?:app|settings|account|privacy|system|device)|under|go to|going to|tap|open|visit|contact(?:ing)? us|e-?mail(?:ing)?|click(?:ing)?|turn(?:ing)? off|switch(?:ing)? off|un(?:tick|check)(?:ing)?|unlink(?:ing)?|unpair(?:ing)?|select)\b|[>→›]/i,
    not: /\b(?:withdrawal|withdrawing|revocation)[^.;]{0,30}(?:does|will|shall) not affect|\bafter you withdraw|\b(?:if|when|once) you withdraw|^(?:you )?ha(?:ve|s) the right to withdraw[^.;]{0,30}$|withdraw (?:money|cash|funds)/i,
    path: /["“']([^"”'\n→>›–/»-]{1,30}(?:\s?(?:-+>?|→|>+|›|–|\/|»)\s?[^"”'\n→>›–/»-]{1,30}){1,6})["”']|((?:[A-Z][\w&]*(?: [A-Za-z&]+){0,3})(?:\s?(?:->|→|>|›|»)\s?[A-Z][\w&]*(?: (?!to\b|and\b|at\b)[A-Za-z&]+){0,3}){1,6})/,
    effect: /[,;]?\s(?:but |and )?(?:the |such |this |your )?withdraw\w*[^,.;]{0,30}\bnot affect.*$/i,
    entry:
      /^[*_]{0,2}(?:in|under|via|through|go to|open|tap|click|select|choose|visit)\b[^.;]{0,80}(?:→|->|>|›|»|\bsettings\b)/i,
    section: /withdraw|revok/i,
    also: /^(?:you can also|or)\b[^.;]{0,60}\b(?:turn off|switch off|revoke)[^.;]{0,40}permissions?/i,
    pathTail: /(?!)/,
    pathLead: /^(?:Go to|In|Under|Via|Open|Visit|Through|By|You can)\s/,
  },
  rights: {
    kinds: [
      [
        'withdraw',
        /withdraw[^.;]{0,40}consent|tak(?:e|ing) back [^.;]{0,20}consent|revok(?:e|ing)[^.;]{0,40}(?:consent|permission|authori)/i,
      ],
      [
        'close-account',
        /\b(?:clos(?:e|ing)|closure of|delet(?:e|ing)|deletion of|deactivat(?:e|ing)|cancel(?:l?ing)?|remov(?:e|ing)) (?:your |the |an |their |my )?(?:user )?(?:account|wallet|membership|registration)\b(?! (?:data|information|number|details))|account (?:closure|deletion|cancellation)|deletion of your (?:\w+ )?account/i,
      ],
      [
        'copy',
        /\b(?:copy|copies|export)\b|\bdownload(?:ing)? (?:all (?:of )?)?your (?:own )?(?:\w+ )?(?:data|information|records?)\b/i,
      ],
      [
        'delete',
        /\b(?:delet(?:e|ed|ion|ing)|eras(?:e|ed|ure|ing))\b(?! (?:of )?(?:your |the |an |my )?(?:account|wallet|membership|registration)\b)/i,
      ],
      [
        'correct',
        /\b(?:correct(?:ion|ing|ed)?|rectif\w+|update|amend|edit)\b|\bchang(?:e|ing) your (?!mind|choice|consent|settings|preferences?|permission|browser|device|cookie|decision|privacy|notification)\w/i,
      ],
      [
        'access',
        /\b(?:access|view|see|review|obtain)\b(?=(?: to)?,| (?:to )?(?:and|or|your|the|personal|it|a|any|what we)\b)|right (?:of|to) access|^\W*access\W*$/i,
      ],
      [
        'explain',
        /\bexplanation|\bexplain(?:ed)?\b|human (?:review|intervention)|review(?:ed)? by a (?:person|human)/i,
      ],
      ['transfer', /\b(?:transfer|port) (?:your )?(?:data|personal|information)|\bportab(?:le|ility)\b/i],
      [
        'complain',
        /\bcomplain(?:t|ts)?\b|supervisory authority|data protection (?:authority|regulator|commissioner)/i,
      ],
    ],
    way: /\b(?:you|users?) (?:can|may|have the right|are entitled|could)\b[^.;]{0,120}\b(?:by|via|through|in (?:the |your )?(?:app|settings|account|privacy)|under|contact(?:ing)?|e-?mail|writ(?:e|ing) to|at [\w.]+@|at https?|with (?:the|your|a)|go(?:ing)? to|tap|calling)\b|\b(?:to (?:access|correct|delete|exercise|close|request|obtain|review|update)[^.;]{0,80}(?:contact|e-?mail|go to|visit|write to|call|tap|open|please))|\byou have the right to (?:ask|request|access|correct|receive|obtain|have|delete)\b|^(?:deletion|correction|closure|a copy|see|view|access|export|fix|correct|edit|update|delete|close|download|copy)[\w ,'’-]{0,40}:\s[^.;]{0,40}(?:→|>|›)|^(?:ask at|write to|tell your|tell us)\b|\byou (?:may|can) (?:complain to|ask us to (?:delete|erase|correct|rectify|close|export|transfer|explain|give you (?:a copy|access)))\b|\byou (?:may|can) ask (?:us )?for (?:it|them|the decision|that decision|an? [\w ]{0,20}decision|an explanation|human)(?: to be (?:explained|reviewed)| of| review| intervention)|\byou (?:may|can|could) (?:ask|request|apply) for (?:a copy|copies|access|correction|deletion|erasure)\b[^.;]{0,60}\b(?:at|from|in|through) (?:the|any|our|your|a) [\w ]{0,24}(?:counter|office|branch|desk|reception|shop|store|school|surgery|clinic|secretary)|\byou (?:may|can) ask (?:for )?an? (?:person|human|member of staff) to [^.;]{0,60}\b(?:review|explain)|^[*_]{0,2}(?:the )?(?:right (?:to|of) )?(?:access|see|correct(?:ion)?|rectif\w+|delet(?:e|ion)|eras(?:e|ure)|cop(?:y|ies)|clos(?:e|ing|ure))\b[^:.;]{0,30}:[*_]{0,2}\s(?:please )?(?:tell|ask|e-?mail|write to|call|contact|visit|send)\b|^to (?:have|get) [^.;,]{2,60}(?:corrected|changed|deleted|erased|removed|copied|closed), (?:please )?(?:visit|come to|go to|ask|contact|call|e-?mail|write|tell|bring)|\bedit your \w+ under\b|\bright to (?:complain|lodge)|\blodge a complaint|\b(?:please|kindly) (?:contact|e-?mail|write)[^.;]{0,80}(?:to (?:access|correct|delete|exercise|close)|request|complain)/i,
    not: /cookies?\b|\b(?:browser|third[- ]part(?:y|ies) (?:websites?|privacy))|withdraw (?:money|cash)|we (?:may|can|will) (?:refuse|decline)|\byou (?:can|may) (?:not|no longer)\b|\bnot have (?:the|a|any) rights?\b|permission|review this (?:policy|notice)|changes to this/i,
    deadline:
      /\b(?:within|in)\s((?:\d{1,3}|one|two|three|five|seven|ten|fourteen|fifteen|thirty|forty[- ]five)\s(?:business |working |calendar )?(?:days?|hours?|weeks?|months?))/i,
    path: /["“](?=[^"”\n]{0,120}["”])[^"”\n→>›»–—|-]{1,30}(?:\s?(?:→|->|>+|›|»|–|—|\|)|\s[-/])\s?[A-Z][^"”\n]{0,90}["”]|\b[A-Z][\w&'’]{0,24}(?: [\w&'’]{1,24}){0,4}\s?(?:→|->|>|›|»)\s?["“]?[A-Z]|\b(?:on|in) (?:the|your) ["“]?[A-Z][\w&]{1,20}(?: [\w&]{1,20}){0,3}["”]? (?:page|screen|tab|menu)\b/,
    may: /\b(?:you|users?|parents?|guardians?) (?:can|may|could|are able to)\b|^[*_]{0,2}(?:please )?(?:choose|go to|open|tap|select|visit|use|in|under|via|click|navigate)\b|^[*_]{0,2}(?:to )?(?:access|view|see|correct|change|edit|update|delete|erase|close|cancel|download|copy|export|withdraw|deletion|erasure|correction|closure)[\w ,'’/&-]{0,40}[:,]\s|(?:please|to [^.;,]{3,60},) (?:choose|go to|open|tap|select|visit|use|click)/i,
    condition: /^(?:when|once|after|if) you [^,.;]{3,80}, (?=(?:we|your|the|it)\b)/i,
    limit: /(?!)/,
    own: {
      words:
        /\b(?:data|information|accounts?|profile|details|history|recordings?|records?|nickname|avatar|wallet|membership|copy|we hold)\b/i,
      heading:
        /\b(?:rights?|choices?|control|manag\w+|access|correct\w*|delet\w+|eras\w+|accounts?|your (?:data|information)|withdraw\w*)\b/i,
    },
    elsewhere:
      /\b(?:privacy policy|terms|agreement)["”]?(?: page)? (?:at any time|again)|\bwe (?:collect|process|use)\b|permission/i,
    offers: /\b(?:you|users?|parents?) (?:can|may)(?: also)?(?: do (?:so|this)(?: in[\w ]{0,20})?)?:\s*$/i,
    channel:
      /\b(?:e-?mail(?:ing)?|writ(?:e|ing) to|call(?:ing)?|phon(?:e|ing)|contact(?:ing)? us|visit(?:ing)?)\b/i,
    forAll: {
      all: [
        /\b(?:exercis(?:e|ing)|mak(?:e|ing) use of)\b[^.;]{0,30}\brights?\b|\bto (?:make|submit|send us) (?:a|any|such a|your|one of these|these|any of these) requests?\b|\b(?:such )?requests? (?:can|may|should) be (?:sent|made|submitted|addressed)\b/i,
        /\b(?:contact|e-?mail|writ(?:e|ing)|call|phone|visit|form|portal|by post|via|go to|in person)\b|@|https?:/i,
      ],
      not: /\b(?:verify|identity|free of charge|fee|refuse|following ways|agent|discriminat\w+|deceased|third part\w+|recipients?|(?:to|with) them|regulator can|not be able|cannot|unable|help you|will respond)\b/i,
    },
    above:
      /\b(?:these|those|the above|any of (?:these|your|the)|such|your) (?:\w+ )?rights?\b(?! (?:of|to)\b)|\brequests?\b/i,
    grants:
      /\b(?:have|has|had) (?:the |a |certain |these |the following |several |a number of )?(?:legal |statutory )?rights?\b|\bentitled to\b|\byour rights (?:include|are)\b|\b(?:you|users?) (?:can|may)\b|^[*_]{0,2}(?:the )?right (?:of|to)\b/i,
    section: /\brights?\b/i,
    bare: /^(?:please |just |simply |to do so,? (?:please )?|for (?:this|that),? (?:please )?)?(?:write to|e-?mail|call|ring|contact|get in touch with) (?:us\b|our\b|the\b|[\w.+-]{1,40}@)(?![^;]*\b(?:questions?|concerns?|comments?|complain\w*|problems?)\b)/i,
    label: /^[*_]{0,2}[A-Z][\w'’/&, -]{2,38}[.:][*_\s]{0,4}$/,
    answers: /respond|reply|answer/i,
    bareWay: /e-?mail|call|write to|\bask at\b|^tell\b/i,
    notDeadline: /notif(?:y|ied) you|tell you|breach|retain|keep|stored?|before the change|in advance/i,
  },
  contact: {
    section:
      /contact(?:ing)?(?: us| details| information)?$|contact us|how to (?:contact|reach)|get in touch|questions|reach us|(?:talk|write) to us|data protection officer|complaints/i,
    lead: /\b(?:contact|reach|write to|e-?mail|call) (?:us|our)\b[^.;]{0,60}|(?:in|by|through) (?:any of )?the following ways/i,
    own: /^\s?(?:[A-Za-z\d][.)]\s)?(?:company|legal) name\s?:/i,
    phone:
      /\b(?:tel(?:ephone)?|phone|call(?:ing)?|hotline|helpline|mobile|toll[- ]free|customer (?:service|care|support))\b/i,
    address:
      /\b(?:(?:registered |mailing |postal |business |office |our )?(?:address|office)(?: is|:| at|\s?[-–]))\s?([^;\n]{8,140}?)(?=\.\s|\.$|;|\n|$|\s(?:phone|tel|e-?mail)\b)|\b(?:by (?:post|mail)|write to us at|mail)(?: to)?:\s?([^;\n]{8,140}?)(?=\.\s|\.$|;|\n|$)|\bwrite to\s(?=[^.;@\n]{0,80}(?:\b(?:Inc|Ltd|LLC|GmbH)\.)?[^.;@\n]{0,40}\d)([^;@\n]{8,140}?)(?=(?<!\b(?:Inc|Ltd|Co|Corp))\.\s|(?<!\b(?:Inc|Ltd|Co|Corp))\.$|;|\n|$)/gi,
    addressAfterName:
      /^,\s?((?:P\.?O\.? Box\s\d|(?:[A-Z0-9][\w.'-]*\s){0,4}\d)[^;:@|\n]{6,110}?)(?=\.\s|\.?$|;|\n|\t|\s?\||\s[\w.+-]{1,40}@|,? (?:or|and) |[,.]? (?:[Pp]hone|[Tt]el|[Ee]-?mail|[Ff]ax)\b)/,
    owner:
      /(?:^|[\s(])([A-Z][\w&-]{2,30})['’]s (?:phone|telephone|e-?mail|contact|hotline|helpline)\b[\w ]{0,20}(?:is|at|:)?\s?$/,
    ownOwner: /^(?:Our|We|Company|App|Team)$/i,
    rowLabel:
      /^(?:the )?(?:(?:data )?controller|data protection officer|DPO|privacy officer|contact(?: us| details| information)?|e-?mail|phone|telephone|operator)\s?:?$/i,
    bareAddress:
      /(?:^|\n)(?:[A-Z][\w&., ]{2,40}(?:[,\n]|\b(?:Ltd|Inc|LLC|Limited|Corp|GmbH|plc)\b\.?,?)\s?)??(P\.?O\.? Box\s\d{1,6},[^\n;]{4,80}|(?:(?:Unit|Suite|Floor|Room|Flat)\s[\w-]{1,8},\s(?:[A-Z][\w' ]{2,30},\s)?)?\d{1,6}[A-Za-z]?\s[A-Z][\w.' -]{2,40}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Blvd|Boulevard|Square|Way|Place|Court)\b[^\n;]{0,90})/,
    person:
      /(?:[Dd]ata [Pp]rotection [Oo]fficer|[Pp]rivacy [Oo]fficer|DPO|[Gg]rievance [Oo]fficer|[Pp]erson in charge(?: of [a-z ]{3,60})?)\s?(?:is|:|,)\s((?:(?:Mr|Ms|Mrs|Dr)\.?\s)?[A-Z][a-z'-]+(?:\s[A-Z][a-z'-]+){1,3})\b/g,
    site: /website|web|visit|online|site|portal|http/i,
    others: /abroad|overseas|cross-border|recipients?\b|processors?\b|third[- ]part|partners?\b/i,
    office: /commissioner|authority|regulator|ombudsman/i,
    regulator: /^[\d\s+()-]+[^.;]{0,60}(?:regulator|authority|ombudsman|commission)/i,
    otherCompany: /(?:Inc|Ltd|LLC|Limited|Corp|GmbH)\.?,?\s?\([^()\n]{0,60}$/,
  },
};
