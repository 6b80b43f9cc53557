import type { Language } from '../language.js';
import { REFUSES } from './words.js';

/** English words of topics, and of the sentences that the rules want marked. */
export const marks: Pick<Language, 'announced' | 'topics' | 'emphasis'> = {
  announced: {
    permissions:
      /^(?!.*\b(?:manag|withdr|revok|turn|switch|chang|control|refus|rights?|choices?|your permission|with permission|account))(?:.*\b(?:app|device|system|phone|android|ios|mobile)\s(?:permissions?|access)\b|.*\bpermissions?\s(?:list|we|the app|our app|requested|required|needed|used|asked)|(?:[\d.]+\s)?(?:the )?permissions?$|.*\basks? your (?:phone|device))/i,
    components:
      /\b(?:third[- ]party|list of|our|the|integrated|embedded)\s(?:[a-z-]+\s){0,3}SDKs?\b|^SDKs?\b|\bSDKs? (?:list|we)\b/i,
    none: /\b(?:not|no|none|never|nothing|neither|without)\b|n['’]t\b|\bsee\b|\b(?:available|found|listed|set out|published) (?:at|in|on)\b|https?:/i,
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
