import type { Language } from '../language.js';

/** English words of statements, and of ages. */
export const statements: Pick<Language, 'statements' | 'age' | 'ageContext'> = {
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
      {
        all: [
          /\bif you (?:refuse|decline|do not)\b/i,
          /\byou can (?:sign|type|pay|choose|bring|ask|take|search|visit|dial|use (?!other\b|all\b|the other\b))/i,
        ],
        not: /contact us|stop using|complain|court/i,
      },
    ],
    retention: [
      {
        all: [
          /\b(?:retain|retention|keep|kept|store[ds]?|stored|hold|delete[ds]?)\b/i,
          /\b(?:as long as|no longer than|for (?:up to |at least |a period of |the )?(?:\d+|[a-z-]+ (?:days|weeks|months|years)|period|duration|term|time)|within \d+|\d+ (?:days|months|years)|retention period|until (?:you|your|the)|shortest)\b/i,
        ],
        not: /respond|reply|answer your|cookie|request(?:s)? within|cross-border|notify|you can ask|working days/i,
      },
    ],
    crossBorder: [
      {
        all: [
          /\b(?:cross[- ]border|overseas|abroad|outside (?:of )?(?:the |your |mainland )?(?:EEA|EU|European|UK|United|country|China|jurisdiction|region|PRC)|international(?:ly)? transfer\w*|transfer\w* internationally|other countries|another country|third countr|standard contractual clauses|(?:stored?|process(?:ed)?|hosted?|located|hold|held|transferred)[^.]{0,40}(?:in|within|to) (?:the |mainland )?(?:United States|China|EU|European Union|EEA|UK|United Kingdom|Singapore|PRC|Germany|Ireland))\b/i,
        ],
        not: /\bmeans\b|governing law|courts of|\bif you (?:do not|refuse)|set out in|\bwe collect\b|\baudit|(?:is|was) added/i,
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
};
