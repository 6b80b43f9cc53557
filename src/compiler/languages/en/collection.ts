import type { Language } from '../language.js';

const DATA_NOUN =
  'names?\\b|e-?mails?\\b|phone|numbers?\\b|address|location|GPS|IP\\b|device|identifiers?\\b|IDs?\\b|photos?\\b|images?\\b|videos?\\b|pictures?\\b|birth|gender|\\bage\\b|passwords?\\b|payment|cards?\\b|bank|account|transactions?\\b|contacts?\\b|messages?\\b|logs?\\b|cookies|browser|operating system|purchase|biometric|fingerprints?\\b|face|facial|voice|health|passport|licen[cs]e|security number|usage|preferences|content|information|data\\b|IMEI|IDFA|MAC\\b|details|history|records?\\b|postcode|zip';

/** English words of data collected, and of sensitive data. */
export const collection: Pick<Language, 'collect' | 'sensitive'> = {
  collect: {
    triggers: [
      /\b(?:we|[Tt]he app|our (?:app|services?)|it|[Tt]he bank)(?: (?:may|will|also|might|automatically|shall|only|need to|can|then|must))* (?:collect|obtain|receive|record|gather|log|store and use|ask you for|ask for|request|process)(?: and (?:use|store|process))?(?: from you)?(?: the following)?(?: (?:kinds|types|categories) of)?:? ((?:your )?[^.;]{3,360})/i,
      /\byou(?: (?:may|will|must|can|need to|are asked to|are required to|have to|choose to))+ (?:provide|give|submit|enter|upload|supply)(?: us)?(?: with)?(?: the following)?:? ((?:your )?[^.;]{3,360})/i,
      /\b(?:information|data) (?:we|that we)(?: (?:may|will))? collect(?:s)?(?: (?:from|about) you)? (?:includes?|is|are|consists? of):? ([^.;]{3,360})/i,
    ],
    not: /\b(?:do not|does not|don['’]t|doesn['’]t|will not|never|not|no longer|without|stop)(?: (?:knowingly|intentionally|directly|actively))? (?:collect|obtain|receive|record|gather|process|request|store)|(?:third part(?:y|ies)|SDKs?|partners?|providers?)[^,.;]{0,30}(?:collect|obtain|receive)/i,
    never:
      /\b(?:without (?:your )?(?:prior )?consent|(?:need|require) no consent|consent is not (?:needed|required))\b/i,
    noun: new RegExp(DATA_NOUN, 'i'),
    notData:
      /\b(?:do(?:es)? not|never|will not) (?:collect|keep|store|save|read|upload|receive)|^only the results?\b|\bwe collect|^if |^(?:your |the |any |some |certain |this |that |such |personal |only |more |and |other )*(?:personal )?(?:information|data|details|content)(?:$| (?:about|from|you|that|we|in|when|to|as|for|on|through|at|without|where))|^(?:your )?(?:consent|permission|approval|requests?|complaints?|payments?)\b|\bno (?:personal|data)|^(?:it|them|this|these|a|an) |^information$/i,
    dataEnd:
      /,?\s(?=(?:(?:and|but) )?(?:(?:do|does|will) not|never)\b)|(?<!\b(?:choose|wish|want))\s(?=(?:in order to|only|after|before|with your (?:consent|permission|separate)|so that|so we|so you|to (?!us\b|you\b|and\b)|for (?:the )?(?:purpose|identity|security|verif|fraud|account|safety|analytics)|when (?:you|we)|if (?:you|we)|from (?:your|you|the)|because|which (?:we|is|are|will)|that (?:we|you)|unless|through|during|as (?:part|described)|and (?:use|store|share|we|may|will)|but|by)\b)|\s?[–—]\s/i,
    listLabel: /^[A-Z][^:.,;]{2,40}:\s*/,
    announces: /^[^,.;]{0,60}(?:information|data|following|details|includes?)?\s?:\s*$/i,
    function:
      /\b(?:when|whenever|while|before) you (?!do not|refuse)[^.;:]{3,140}?(?=,\s(?:we|the app|our|it)\b|,\s$)|\b(?:when|if|where|as|while|before|after|each time|whenever) you (?!do not|don't|refuse|decline|are under|choose not)[^,.;:]{3,80}/i,
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
      not: /\bmeans\b|\brefers to\b|for example|\baudit|assess the impact/i,
    },
    itemBreak: /,\s?(?:and |or )?|;|\(|\)|\band\b|\bor\b/g,
    trim: /^(?:your|the|including|such as|namely|a|an|:|\s)+\s/i,
    notItem: /^(?:the )?bank$|\b(?:such|these|this|any|above|it)\b|[:]/i,
  },
};
