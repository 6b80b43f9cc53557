import type { Language } from '../language.js';
import { REFUSES } from './words.js';

const LOSES =
  "(?:(?:will|may|might|can|could|would) (?:not|no longer|be unable)|cannot|can't|won't|unable|unavailable|not be (?:able|available)|not work|not function|limited|still|not affect|does not affect|continue to use|lose|must|have to|need to|you can|only|(?:is|are) not|(?:is|are) \\w+ without|instead)";

/** English words of permissions: their names, purposes and what refusing costs. */
export const permissions: Pick<
  Language,
  'permission' | 'purpose' | 'refusal' | 'refusalClause' | 'refusalOpens'
> = {
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
      ['nfc', /\bNFC\b/],
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
    bareProse: /^(?!)/g,
    notProse: /\b(?:not|never|without|stop|disable|turn off|revoke|withdraw|deny|denied)\b/i,
    forAll:
      /\b(?:these|this|above|any of|each|such|any) (?:[\w-]+ ){0,2}(?:permissions?|access)|permissions? above|any permission|a permission/i,
    denies:
      /^[\s:.–—-]*(?:we|the app|it)\s(?:do(?:es)? not|never|will not|don['’]t)\s(?:request|read|use|ask|access|need)|\b(?:do(?:es)? not|never) (?:ask|request|use|need)\b/i,
    refusesAll: new RegExp(REFUSES, 'i'),
    listedPurpose: /\b(?:the )?following (?:features|functions|purposes|services)\b/i,
    listLead: /(?:permissions?|access)[^.;]{0,40}:\s*$/i,
    section: /permission|device access|asks? your (?:phone|device)|access (?:to|on) (?:your|the) device/i,
    nameHeader: /permission|access/i,
    purposeHeader:
      /purpose|use|why|reason|what (?:is it|it is|it's) for|function|scenario|feature|description/i,
    refusalHeader: /refus|den(?:y|ied)|declin|reject|if you|say(?:ing)? no|consequence|impact|without/i,
    platformHeader: /platform|system|OS\b|android|ios/i,
  },
  purpose:
    /\b(?:(?:is|are|was) )?(?:used|needed|required|necessary|requested)(?: by [^.;]{2,30})? (?:to|for|so that|when|in order to)\b[^.;]{3,260}|\b(?:so that|in order to|so you can)\b[^.;]{3,260}|\b(?:to|lets you|allows? you to|for) (?=(?:scan|take|upload|let|help|enable|allow|provide|verify|authenticate|save|store|show|send|find|locate|identify|record|read|make|sign|log|pay|improve|protect|detect|prevent|connect|share|set|remind|add|keep|display|search|deliver|support|recogni[sz]e|complete|process|personali[sz]e|notify|understand|measure|analy[sz]e|monitor|book|remind|connect|count|report|the|your|identity|voice|video|scanning|taking|uploading|sending|payments?|navigation|security)\b)[^.;]{3,260}|\bwe use (?:it|this|them) (?:to|for)\b[^.;]{3,260}/i,
  refusal: new RegExp(
    `(?:\\b(?:if|when|should|unless|in case|where)\\b[^.;]{0,60}?${REFUSES}|^\\s?(?:refus\\w*|declin\\w*|deny\\w*|without (?:it|this|them|these))\\b)[^.;]{0,160}?${LOSES}|${LOSES}[^.;]{0,80}\\b(?:if|unless|without)\\b[^.;]{0,30}${REFUSES}|^\\s?(?:after|upon|on) (?:refusal|refusing|denial)\\b[^.;]{0,20},[^.;]{4,200}|^\\s?if you (?:refuse|decline|deny)\\b[^.;]{0,60},[^.;]{4,200}`,
    'i',
  ),
  refusalClause: new RegExp(
    `[,;.]\\s?(?:but |and )?(?:if|unless|without|refus|declin)\\b[^.;]{0,40}${REFUSES}`,
    'i',
  ),
  refusalOpens: /^\s?(?:if (?:you|the user)|without (?:it|this)|refus|declin|should you|unless you)/i,
};
