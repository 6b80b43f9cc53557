import type { Language } from '../language.js';

const DATA_NOUN =
  'names?\\b|e-?mails?\\b|(?<!micro)phone|numbers?\\b|address|location|GPS|IP\\b|device|identifiers?\\b|IDs?\\b|photos?\\b|images?\\b|videos?\\b|pictures?\\b|birth|gender|\\bage\\b|passwords?\\b|payment|cards?\\b|bank|account|transactions?\\b|contacts?\\b|messages?\\b|logs?\\b|cookies|browser|operating system|purchase|biometric|fingerprints?\\b|face|facial|voice|health|passport|licen[cs]e|security number|usage|preferences|symptoms?\\b|diagnos[ei]s|medicines?\\b|medication|allerg|test results|content|information|data\\b|files?\\b|IMEI|IDFA|MAC\\b|details|history|records?\\b|postcode|zip';

/** English words of data collected, and of sensitive data. */
export const collection: Pick<Language, 'collect' | 'sensitive'> = {
  collect: {
    triggers: [
      /\b(?:we|[Tt]he app|our (?:app|services?)|it|[Tt]he bank)(?: (?:may|will|also|might|automatically|shall|only|need to|can|then|must))* (?:collect|obtain|receive|record|gather|log|keep (?:a record|records) of|store and use|ask you for|ask for|request|process|need(?= your\b)|use(?= your\b))(?:s|es)?(?: and (?:use|store|process))?(?: from you)?(?: the following)?(?: (?:kinds|types|categories) of)?:? ((?:your )?[^.;]{3,360})/i,
      /\byou(?: (?:may|will|must|can|need to|are asked to|are required to|have to|choose to))+ (?:provide|give|submit|enter|upload|supply|tell(?= us\b)|share(?= with us\b))(?: us)?(?: with)?(?: the following)?:? ((?:your )?[^.;]{3,360})/i,
      /\b(?:app|device|feeder|watch|tracker|camera|sensor|product|hardware|browser|phone|vehicle|car|speaker|lock|scale|it)s? (?:also |automatically )*(?:sends?|transmits?|uploads?|reports?) (?:us|to us|to our servers?|to our cloud)(?: the following)?:? ((?:its|your|the|data|information) [^.;]{3,360})/i,
      /\b[Tt]his (?:[\w ]{1,20} )?(?:data|information) (?:may |can |also )?includes? ([^.;]{3,300})/i,
      /\b([Yy]our [^.;]{3,120}?)(?= (?:is|are|will be) (?:collected|recorded|logged)\b)/,
      /\b(?:information|data) (?:we|that we)(?: (?:may|will))? (?:collect|process)(?:s)?(?: (?:from|about) you)? (?:includes?|is|are|consists? of):? ([^.;]{3,360})/i,
    ],
    not: /\bif you (?:deny|refuse|decline|do not|don['’]t|say no|turn|prefer not)\b|\b(?:do not|does not|don['’]t|doesn['’]t|will not|never|not|no longer|without|stop)(?: (?:knowingly|intentionally|directly|actively))? (?:collect|obtain|receive|record|gather|process|request|store|use|need)|(?:third part(?:y|ies)|SDKs?|partners?|providers?)[^,.;]{0,30}(?:collect|obtain|receive)/i,
    never:
      /\bin (?:the )?future\b|\bfuture versions?\b|\bif we (?:ever|later|should|need)\b|\b(?:without (?:your )?(?:prior )?consent|(?:need|require) no consent|consent is not (?:needed|required))\b/i,
    noun: new RegExp(DATA_NOUN, 'i'),
    notData:
      /\b(?:do(?:es)? not|never|will not) (?:collect|keep|store|save|read|upload|receive)|^only the results?\b|^(?:data|information) called\b|\bwe collect|^if |^(?:your |the |any |some |certain |this |that |such |personal |only |more |and |other )*(?:personal )?(?:information|data|details|content)(?:$| (?:about|from|you|that|we|in|when|to|as|for|on|through|at|without|where))|^(?:your )?(?:consent|permission|approval|requests?|complaints?|payments?)\b|\bno (?:personal|data)|^(?:it|them|this|these|an?(?! (?:photo|copy|picture|scan|recording|selfie|video|unique|device|display|phone|contact|password|profile))) |^information$/i,
    dataEnd:
      /,?\s(?=(?:(?:and|but) )?(?:(?:do|does|will) not|never)\b)|(?<!\b(?:choose|wish|want))\s(?=(?:in order to|in the background|used (?:to|for)|so the|only|after|before|with your (?:consent|permission|separate)|so that|so we|so you|to (?!us\b|you\b|and\b)|for (?:the )?(?:purpose|identity|security|verif|fraud|account|safety|analytics)|when (?:you|we)|if (?:you|we)|from|because|which (?:we|is|are|will)|that (?:we|you)|unless|through|during|as (?:part|described)|and (?:use|store|share|we|may|will)|but|by)\b)|\s?[–—]\s/i,
    dataLead:
      /^(?:includes?|consists? of):? |^(?:certain |some |the following )?(?:(?:sensitive )?(?:personal )?(?:information|data))(?: (?:about|from|on) (?:you|your device|your [\w ]{2,20}?))?,? (?:such as|including|like|namely|for example)[,:]? /i,
    listLabel: /^[A-Z][^:.,;]{2,40}:\s*/,
    announces: /^[^,.;]{0,60}(?:information|data|following|details|includes?)?\s?:\s*$/i,
    function:
      /\b(?:when|whenever|while|before) you (?!do not|refuse)[^.;:]{3,140}?(?=,\s(?:we|the app|our|it)\b|,\s$)|\b(?:when|if|where|as|while|before|after|each time|whenever) you (?!do not|don't|refuse|decline|are under|choose not)[^,.;:]{3,80}/i,
    functionLabel:
      /^(?:creating|registration|sign(?:ing)?[- ](?:in|up)|account|payments?|orders?|paying|search|messaging|delivery|bookings?|identity verification|customer (?:service|support))(?:[\w ,&/-]{0,30})?$/i,
    purposeEnd: /,?\s(?=(?:and |but )?(?:you can|if you|unless you|but\b))/i,
    sameFunction: /^if you are (?:a|an) /i,
    runInLabel: /^[A-Z][\w-]*(?: [\w-]+){0,3}(?: \(optional\))?\.\s*$/,
    given: {
      heading:
        /\b(?:you|users?) (?:tell|give|provide|share)\b|\b(?:information|data) (?:that )?we (?:may )?collect|automatically collected|collected automatically|\binformation collection\b/i,
      category: /\b(?:information|data)$/i,
      fragments: [
        /^((?:Your|What you) (?!(?:[^,.;]{0,60} )?(?:is|are|was|were|will|can|may|must|has|have|do|does|should)\b)[^.;]{3,300})/,
        /^[A-Z][\w /-]{2,30}: ((?!We\b|When\b|If\b|The app\b|You\b)(?:[^,.;:]{1,50}, ){1,30}[^,.;:]{1,60})(?=\.?\s*$)/,
        /^([A-Z][^,.;:]{2,40})(?=: (?:used|needed) (?:to|for)\b)/,
      ],
    },
    notRefusal: /^(?!.*\b(?:cannot|can['’]t|unable|not be able|affect)).*\bstop collecting\b/i,
    refusalForAll:
      /\b(?:the above|these|those|this|such|any of (?:this|these)) (?:kinds of )?(?:information|data|details)/i,
    purposeBefore:
      /(?:^|[,;]\s)((?:in order to|to|for) [a-z][^,.;:]{3,80}?)(?=,| we (?:collect|keep|record|ask|need|use|process))/i,
    purposeAfter:
      /\b(?:in order to|so that (?:we|you)|so (?:we|you|the \w+) can|(?:used|needed|required) (?:to|for)|for the purposes? of|to (?=[a-z]+ )(?!us\b|you\b))[^.;]{3,200}|\bfor (?:identity|security|verification|fraud|account|safety|analytics)[^.;]{0,120}/i,
    purposeNext:
      /\b(?:we (?:use|need) (?:this|these|it|them|such)(?: \w+)? (?:to|for)|(?:this|these|it|such)(?: \w+)? (?:is|are) (?:used|needed|required|necessary) (?:to|for))[^.;]{3,200}/i,
    background:
      /[^,.;]{0,60}\b(?:in the background|background (?:mode|location)|even when (?:the app is|you are not|closed)|while the app is (?:closed|not in use))[^,.;]{0,60}/i,
    functionHeader: /function|feature|service|scenario|activity|when/i,
    dataHeader: /data|information|collect/i,
    purposeHeader: /purpose|what for|why|reason|use\b|used for/i,
  },
  sensitive: {
    mark: /sensitive|special/i,
    items: [
      /\b(?:[Ww]e|[Tt]he app|it)(?: (?:may|will|also))* (?:collect|process|handle|use|hold|keep|store)s?(?: the following)?(?: (?:kinds|types|categories) of)? (?:sensitive|special) (?:categor(?:y|ies) (?:of )?)?(?:personal )?(?:information|data)(?:,? (?:such as|namely|including|which (?:is|are))|:)\s?([^.;]{3,300})/,
      /\b(?:[Ss]ensitive (?:personal )?(?:information|data)) (?:we (?:collect|process|handle)|involved|covered)(?: (?:by|in) this [\w ]{3,24})?(?: (?:is|are|includes?|consists of):?|:)\s?([^.;]{3,300})/,
      /\b(?:is|are) ([\w ]{3,40}?),? (?:which (?:is|are) )?(?:a )?special categor(?:y|ies) of (?:personal )?(?:data|information)/,
      /\btreats? ([^.;]{3,120}?) as (?:sensitive|special)/,
      /\b((?:[Yy]our |[Tt]he )?[A-Za-z][\w -]{3,50}?) (?:is|are) (?:considered |treated as |classed as )?(?:(?:sensitive|special categor\w+)(?: of)?(?: personal)? (?:information|data)|sensitive(?=[.,;]|\s+and\b))/,
    ],
    example: /\b(?:means|refers to|for example|e\.g\.|is defined|definition)\b/i,
    statement: {
      all: [
        /\bsensitive (?:personal )?(?:information|data)|special categor/i,
        /\b(?:is sensitive|impact|harm|necessary|encrypt|consent|treat|protect|collect|process|separate|risk)/i,
      ],
      not: /\bmeans\b|\brefers to\b|for example|\b(?:do|does|will) not (?:collect|process|handle|want|need|ask)|\baudit|assess the impact/i,
    },
    itemBreak: /,\s?(?:and |or )?|;|\(|\)|\band\b|\bor\b/g,
    trim: /^(?:your|the|including|such as|namely|a|an|:|\s)+\s/i,
    notItem: /^(?:the )?bank$|\b(?:only|consent)\b|\b(?:such|these|this|any|above|it|they|them)\b|[:]/i,
    tail: /,?\s(?:etc\.?|and so on)\s*$/i,
    reference: /^(?:it|they|these|this|(?:the above|these|such|this) (?:information|data|items))$/i,
  },
};
