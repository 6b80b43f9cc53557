import type { Language } from '../language.js';

/** No jump: a definition, a denial, a plan, a condition on ourselves, or a page of the app itself. */
const NO_JUMP =
  /\b(?:means|refers to)\b|our websites? uses? cookies|account with|\b(?:not|never) (?:open|launch|redirect|link|jump)|\bin (?:the )?future\b|\bfuture versions?\b|\bwhen you open (?:the|our) app\b|can open (?:the|our) app\b|^if we\b|opens? (?:the |this |a |our )?(?:dialog|settings?|clause|screen)\b|other apps? (?:on|installed)|access (?:to )?(?:any |all )?other apps/i;

/** No other way to the same thing: other functions go on, a way to complain or to choose, a deed of ours. */
const NO_OTHER_WAY =
  /contact us|reach us|notify|dispute|complain|\bcourt\b|stop using|still use (?:the |all |our |any )?(?:[\w-]+ ){0,4}(?:functions?|features?|services?)|browse as|by other means of (?:communication|law)|we (?:may|can) (?:also )?(?:choose|use) other/i;

/** English words of statements, and of ages. */
export const statements: Pick<
  Language,
  'statements' | 'keptFor' | 'caseMark' | 'age' | 'ageContext' | 'minorsGoOn'
> = {
  statements: {
    jumps: [
      {
        all: [
          /\b(?:links? to|linked to|redirect|take you to|leave (?:our|the)|open(?:s|ed|ing)?|launch(?:es)?|jump|direct you to|switch to)\b/i,
          /\b(?:third[- ]part\w+|other|external|another) (?:[\w-]+ ){0,2}(?:web ?sites?|sites?|apps?|applications?|services?|pages?|mini[- ]programs?|platforms?)\b/i,
        ],
        not: NO_JUMP,
      },
      {
        all: [
          /\b(?:the app|it|which|this|that|we|(?:tapping|clicking|pressing|selecting|choosing) [^.;]{2,60})(?: (?:then|will|may|can|also))* (?:opens?|launch(?:es)?|redirects? (?:you )?to|takes? you to|switch(?:es)? to|jumps? to|hands? you over to)\b,?[^.;]{0,30}?\b(?:WeChat|Alipay|[^.;,]{0,40}\b(?:web ?sites?|mini[- ]programs?|checkout|browser|download (?:address|page)|(?:map|phone|mail|dialler|payment|banking|other) app|app of|app you choose|(?:site|page|service|app) (?:of|run by|operated by|provided by)))\b/i,
        ],
        not: NO_JUMP,
      },
      {
        all: [
          /\b[Yy]ou (?:will )?jump to\b|\b[Ll]inks?\b[^.;]{0,60}\btakes? you (?:outside|away|to (?:a|an|another|the) )|\bopen (?:it|them|this) in (?:[A-Z]\w+|(?:your|the) browser)\b|\b[Yy]ou (?:will be|are|may be) (?:redirected|taken|directed|transferred) to (?!our\b|the (?:home|sign|login|settings|next)|a page\b)|\b[Yy]ou (?:move|go|are taken|will be taken|are sent) to (?:that|the|a|another|their) (?!our\b)[^.;]{0,40}\b(?:websites?|sites?)\b|\byou (?:have left|leave|are leaving) (?:(?:[Tt]he|our) (?:[Aa]pp|site|website|service)|[A-Z]\w+)\b|\b(?:follow|click|tap|open)(?:s|ing)?(?: on)? (?:a|any|the) links? to (?:a |an |another )[\w -]{2,30}(?:websites?|sites?|pages?|apps?)\b/,
        ],
        not: NO_JUMP,
      },
    ],
    separateConsents: [
      {
        all: [
          /\bseparate(?:ly)?,? (?:[\w-]+,? )?(?:consent|authori[sz]ation|permission)|\bconsent separately|explicit (?:and separate )?consent\b/i,
        ],
        not: /\bmeans\b|without your explicit consent|withdraw|\b(?:recipients?|third part\w+|they|partners?|processors?) (?:must|shall|should|will|need to|has to|have to) (?:again )?(?:obtain|get|ask)/i,
      },
    ],
    alternatives: [
      {
        all: [
          /\b(?:instead|alternative(?:ly)?|another way|other (?:ways?|methods?|means|channels)|still (?:sign|log|pay|register|open|verify)|by other means)\b/i,
          /\b(?:can|may|choose|able)\b/i,
        ],
        not: NO_OTHER_WAY,
      },
      {
        all: [
          /\b(?:if|unless) you (?:refuse|decline|deny|do not|don['’]t|say no|would rather not|prefer not|turn [\w ]{2,24} off|turn off)\b/i,
          /\byou can (?!still\b|not\b|(?:also |only |always )?(?:unsubscribe|opt|disable|turn|switch|reject|block|delete|close|stop|contact|change|adjust|withdraw|revoke|object|set|manage|request|clear|refuse|continue|go on|keep|ignore|uninstall|leave|complain|exercise|update|edit|make (?:a )?(?:complaint|request))\b|use (?:other|all|the other|our other|any other|the rest|most)\b)/i,
        ],
        not: NO_OTHER_WAY,
      },
    ],
    retention: [
      {
        all: [
          /\b(?:retain(?:s|ed)?|retention|keep|kept|store[ds]?|stored|hold|delete[ds]?)\b/i,
          /\b(?:as long as|(?:as soon as|immediately (?:after|once)|right after)(?= [^.;]{0,60}\b(?:done|over|ends?|complete|finished|used|verified|compared))|no longer than|for (?:up to |at least |a period of |the )?(?:\d+|[a-z-]+ (?:days|weeks|months|years)|period|duration|term|time)|within \d+|\d+ (?:days|months|years)|retention period|until (?:you|your|the)|shortest)\b/i,
        ],
        not: /respond|reply|answer your|cookie|request(?:s)? within|cross-border|notify|you can ask|working days/i,
      },
    ],
    crossBorder: [
      {
        all: [
          // A word that every way of saying it has: read first, as it is quickly read.
          /border|overseas|abroad|outside|internationa|countr|contractual|United|China|EU|EEA|UK|PRC|Singapore|Germany|Ireland/i,
          /\b(?:cross[- ]border|overseas|abroad|outside (?:of )?(?:the |your |mainland )?(?:EEA|EU|European|UK|United|country|China|jurisdiction|region|PRC)|international(?:ly)? transfer\w*|transfer\w* internationally|other countries|another country|third countr|standard contractual clauses|(?:handles?\b[^.]{0,60}|stored?|process(?:ed)?|hosted?|located|hold|held|transferred)[^.]{0,40}(?:in|within|to) (?:the |mainland )?(?:United States|China|EU|European Union|EEA|UK|United Kingdom|Singapore|Canada|Australia|Japan|India|PRC|Germany|Ireland))\b/i,
        ],
        not: /\bmeans\b|governing law|courts of|\bif you (?:do not|refuse)|set out in|\bwe collect\b|\baudit|(?:is|was) added/i,
      },
    ],
    exemptions: [
      { all: [/\bwhether or not you (?:agree|consent)\b/i], not: /parent|guardian|child/i },
      {
        all: [
          /\bwithout (?:your |obtaining (?:your )?|asking (?:for )?(?:your )?|first )?(?:prior )?consent\b|\b(?:consent is not (?:required|needed)|(?:do|need) not (?:require|need|obtain|ask for)(?: your)? consent|no consent is (?:required|needed))/i,
          /\b(?:may|can|following|where|when|if|case)\b/i,
        ],
        not: /\b(?:not|never)\b[^.]{0,60}without|(?:will|do|does|shall) not [^.]{0,60}without|parent|guardian|child/i,
      },
      {
        all: [
          /\b(?:not (?:be )?(?:liable|responsible|accept (?:any )?(?:liability|responsibility))|no liability|(?:assume|accept)s? no (?:responsibility|liability)|disclaims? (?:all|any)|bears? no responsibility)\b/i,
        ],
      },
    ],
    minors: [
      {
        all: [
          /\b(?:child(?:ren)?|minors?|from (?:the age of )?1[2-8]|aged \d{1,2}|under (?:the age of )?\d{1,2}|teen\w*|underage)\b/i,
          /\b(?:parents?|parental|guardians?|knowingly|not (?:intended|directed|for|use|collect)|under (?:the age of )?\d{1,2}|delete|consent)\b/i,
        ],
        not: /\bmeans\b/i,
      },
      {
        all: [
          /\b(?:must|should|need to|have to|has to) be (?:(?:at least|over|older than|above) |(?=\w+ (?:or (?:older|over|above)|years)\b))(?:the age of )?(?:1[2-9]|2[01]|thirteen|fourteen|sixteen|eighteen)\b(?! (?!(?:years?|to|in|or|and|before|if|when)\b))/i,
        ],
        not: /\bmeans\b|\bjob\b|applicants? for|employ|recruit|\bstaff\b|workers|contractors|drivers|couriers/i,
      },
      {
        all: [
          /\b(?:pupils?|students?|young (?:people|persons?|users?)|youngsters?|kids?|juniors?|users?|players?|people|anyone|persons?|members?)\b|\byou(?:['’]re| are)\b/i,
          /\b(?:(?:from the age of|aged?) (?:[4-9]|1[0-7]|thirteen|fourteen|sixteen)|(?:under(?: the age of)?|below(?: the age of)?|younger than) (?:[4-9]|1[0-8]|thirteen|fourteen|sixteen|eighteen))\b(?! (?:days|weeks|months|hours|minutes|seconds|characters|digits|percent|%))/i,
          /\b(?:parents?|guardians?|consent|may|can|must|cannot|not|need|only|own|themselves|teachers?|mum|mom|dad|adults?)\b/i,
        ],
        not: /\bmeans\b/i,
      },
    ],
  },
  keptFor: {
    heading: /\bhow long\b|\bretention\b|\bretain\b|storage period|^keeping\b/i,
    term: /\b(?:\d{1,3}|one|two|three|five|six|seven|ten|twelve|eighteen) (?:days?|weeks?|months?|years?)\b|\buntil you\b|\b(?:as|so) long as\b/i,
    not: /\b(?:respond|reply|answer|notify|notice of)\b/i,
    header: /\b(?:retention|how long|kept for|storage period|period)\b/i,
  },
  caseMark: /^\s?\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s/i,
  age: /(?:\b(?:under|below|younger than|over|at least|aged?|between|from(?= the age))\s(?:the age of\s)?)?(?:\d{1,2}|thirteen|fourteen|sixteen|eighteen)\s?(?:years? (?:of age|old)|(?= or (?:older|younger|over|under)\b)(?:\sor (?:older|younger|over|under))?)|\b(?:under|below|younger than|aged?|at least|from(?= the age))\s(?:the age of\s)?(?:\d{1,2}|thirteen|fourteen|sixteen|eighteen)\b(?:(?<=\baged? \d{1,2})\s?(?:to|and|-|–|through)\s?\d{1,2}\b)?(?! (?:days|weeks|months|hours|minutes|seconds|characters|digits|letters|words|times|percent|%))/gi,
  ageContext:
    /\b(?:child|minor|parent|guardian|teen|years old|years of age|under the age|from the age of|aged|under 1[3-8]|younger than 1\d\b|(?:must|need to|have to) be 1\d or (?:older|over)|must be (?:at least|over) 1[2-8]\b(?! (?!(?:years?|to|in|or|and|before|if|when)\b)))/i,
  minorsGoOn:
    /^(?:if|when|should|where) we (?:find|learn|discover|become aware|notice|reali[sz]e)\b[^.;]{0,120}\b(?:delete|erase|remove|destroy)|^(?:below|under|above|over|until|at|from) (?:that|this) age\b/i,
};
