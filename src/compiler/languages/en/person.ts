import type { Language } from '../language.js';

/** English words of what a person can do: withdrawal, rights, contacts. */
export const person: Pick<Language, 'withdrawal' | 'rights' | 'contact'> = {
  withdrawal: {
    act: /\bwithdraw(?:al|ing|n)?\b[^.;]{0,50}\b(?:consent|permission|authori[sz]ation|agreement)|\b(?:consent|permission|authori[sz]ation)[^.;]{0,40}\b(?:withdraw|revoke)|\brevok\w+\b[^.;]{0,40}\b(?:consent|permissions?|authori[sz]ation|access)|\bopt(?:ing)?[- ]out of (?:the |our |this )?(?:collection|processing|tracking|analytics|sharing|sale|personali|profiling|use of)/i,
    way: /\b(?:by|via|through|in (?:the |your )?(?:app|settings|account|privacy|system|device)|under|go to|going to|tap|open|visit|contact(?:ing)? us|e-?mail(?:ing)?|click(?:ing)?|turn off|turning off|select)\b|[>→›]/i,
    not: /\b(?:withdrawal|withdrawing|revocation)[^.;]{0,30}(?:does|will|shall) not affect|\bafter you withdraw|\b(?:if|when|once) you withdraw|^(?:you )?ha(?:ve|s) the right to withdraw[^.;]{0,30}$|withdraw (?:money|cash|funds)/i,
    path: /["“']([^"”'\n→>›–/»-]{1,30}(?:\s?(?:-+>?|→|>+|›|–|\/|»)\s?[^"”'\n→>›–/»-]{1,30}){1,6})["”']|((?:[A-Z][\w&]*(?: [A-Za-z&]+){0,3})(?:\s?(?:->|→|>|›|»)\s?[A-Z][\w&]*(?: (?!to\b|and\b|at\b)[A-Za-z&]+){0,3}){1,6})/,
    effect: /[,;]?\s(?:but |and )?(?:the |such |this |your )?withdraw\w*[^,.;]{0,30}\bnot affect.*$/i,
    section: /withdraw|revok/i,
    also: /^(?:you can also|or)\b[^.;]{0,60}\b(?:turn off|switch off|revoke)[^.;]{0,40}permissions?/i,
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
    notDeadline: /notif(?:y|ied) you|tell you|breach|retain|keep|stored?|before the change|in advance/i,
  },
  contact: {
    section:
      /contact(?:ing)?(?: us| details| information)?$|contact us|how to (?:contact|reach)|get in touch|questions|reach us|data protection officer|complaints/i,
    lead: /\b(?:contact|reach|write to|e-?mail|call) (?:us|our)\b[^.;]{0,60}|(?:in|by|through) (?:any of )?the following ways/i,
    own: /^\s?(?:[A-Za-z\d][.)]\s)?(?:company|legal) name\s?:/i,
    phone:
      /\b(?:tel(?:ephone)?|phone|call(?:ing)?|hotline|helpline|mobile|toll[- ]free|customer (?:service|care|support))\b/i,
    address:
      /\b(?:(?:registered |mailing |postal |business |office |our )?(?:address|office)(?: is|:| at|\s?[-–]))\s?([^;\n]{8,140}?)(?=\.\s|\.$|;|\n|$|\s(?:phone|tel|e-?mail)\b)|\b(?:by (?:post|mail)|write to us at|mail)(?: to)?:\s?([^;\n]{8,140}?)(?=\.\s|\.$|;|\n|$)/gi,
    bareAddress:
      /(?:^|\n)(?:[A-Z][\w&., ]{2,40}(?:[,\n]|\b(?:Ltd|Inc|LLC|Limited|Corp|GmbH|plc)\b\.?,?)\s?)??((?:(?:Unit|Suite|Floor|Room|Flat)\s[\w-]{1,8},\s(?:[A-Z][\w' ]{2,30},\s)?)?\d{1,6}[A-Za-z]?\s[A-Z][\w.' -]{2,40}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Drive|Blvd|Boulevard|Square|Way|Place|Court)\b[^\n;]{0,90})/,
    person:
      /(?:[Dd]ata [Pp]rotection [Oo]fficer|[Pp]rivacy [Oo]fficer|DPO|[Gg]rievance [Oo]fficer|[Pp]erson in charge(?: of [a-z ]{3,60})?)\s?(?:is|:|,)\s((?:(?:Mr|Ms|Mrs|Dr)\.?\s)?[A-Z][a-z'-]+(?:\s[A-Z][a-z'-]+){1,3})\b/g,
    site: /website|web|visit|online|site|portal|http/i,
    others: /abroad|overseas|cross-border|recipients?\b|processors?\b|third[- ]part|partners?\b/i,
    office: /commissioner|authority|regulator|ombudsman/i,
    regulator: /^[\d\s+()-]+[^.;]{0,60}(?:regulator|authority|ombudsman|commission)/i,
    otherCompany: /(?:Inc|Ltd|LLC|Limited|Corp|GmbH)\.?,?\s?\([^()\n]{0,60}$/,
  },
};
