import type { Language } from '../language.js';

/** English words of recipients: lists of labels, tables and sentences. */
export const parties: Pick<Language, 'party' | 'counted'> = {
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
      ['privacyUrl', /privacy|policy (?:link|url)|\blink\b|^notice$/i],
      ['purpose', /what (?:they do|it does|it is for|for$)/i],
      [
        'data',
        /what (?:they|it) (?:receives?|gets?|collects?|processe?s?)|what (?:we share|is (?:shared|collected))|^what$/i,
      ],
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
    serviceHeader: /^services?(?: provided)?$/i,
    about:
      /\bSDKs?\b|third[- ]part|partner|recipient|processor|shar(?:e|ing)|service providers|disclos|vendors/i,
    aboutHeader:
      /\bSDKs?\b|third[- ]part|compan|provider|vendor|partner|recipient|processor|entity|operator|organi[sz]ation/i,
    filing: /^(?!)/,
    none: /^(?:none|n\/?a|not applicable|nil|-+|–|—|\/)\.?$/i,
    notName: /^(?:contact us|the following|no\.|name|total|note|these|we |our |for |if |this |see )/i,
    aside: /^(?:package|including|version|formerly)/i,
    platforms:
      /^(?:(?:Android|iOS|HarmonyOS|Web|H5|Windows|macOS|iPadOS)(?:\s?(?:version|only|app))?(?:[,/&\s]{1,3}|\sand\s|$))+$/i,
    collectsNothing:
      /\b(?:none of (?:these|them|the above)[^.]{0,40}collects?|do(?:es)? not collect any (?:personal|of your)|collect no (?:personal )?(?:data|information))/i,
    givenTo:
      /\b(?:with|to) (?:our (?:partner|affiliate|provider|processor|service provider|payment processor)s?,? )?(?=[A-Z])/g,
    handledData: /^,?\s(?:which |that )?(?:handles|processes|receives) (?:your |the )?([^.;]{3,120})/i,
    sharedData:
      /\b(?:share|shares|provide|provides|disclose|discloses|transfer|transfers|send|sends|pass|transmit|transmits)(?: only)? (?:your |the )?([^.;]{3,200}?)\s*$/i,
    shortName: /\(\s?(?:[^()\n]{0,40}[,;]\s?)?(?:the |hereinafter )?["“]([^"”\n]{2,30})["”]\s?\)/g,
    self: /^(?:we|us|our|you|your|the company|company|app|the app|service|services|the services?|site|platform|policy|privacy policy|user|users|terms|personal (?:data|information)|the bank)$/i,
    goesOn: /^\s?(?:It|They|This|Its|Their|The SDK)\b/,
    itsPrivacy: /privacy[^.;:\n]{0,40}(?:at|is|here|see|:)\s?:?\s?(?=https?:|www\.)/i,
    entry:
      /^\s?["“]?(?<name>[A-Z][\w.&+-]*(?: [A-Z(][\w.&+)-]*){0,4})["”]?\s?(?::|,|–|—|-)?\s?(?:(?:is |which is )?(?:an? [\w -]{2,40} )?)?(?:provided|operated|offered|developed|run) by (?<company>[A-Z][^.,;:()\n]{1,60}?(?:,? (?:Inc|LLC|Ltd|GmbH|Limited|Corp|PLC)\.?)?)(?=[,.;:(\n]|\s(?:to|for|which|that|and|in)\b|$)/,
    entryName: /^/,
    entryGoesOn: /^(?:Data|Information|Personal|Privacy|Permissions?|Website|Purpose)[^:.\n]{0,40}:/i,
    entryData:
      /(?:data|information|permissions?)[^:.;\n]{0,40}:\s?|;\s(?=receives)|\breceives? |\b(?:It|The SDK|They|which|that)(?: may| will)? (?:collects?|receives?|processes|obtains?) (?:your )?/,
    entryDataEnds: /[.;\n]?[^.;:\n]{0,20}(?:privacy|website)[^.;:\n]{0,20}:|[.;](?=\s|$)/i,
    entryPurposeEnds: /[.;]|,? (?:and )?(?:it |which )?(?:collects?|receives?|processes)\b/,
    entryPrivacy: /privacy[^.;:\n]{0,24}:\s?<?/i,
    listAnnounced:
      /^(?=.{0,300}\b(?:third[- ]part(?:y|ies)|service providers|SDKs?|sub-?processors?|vendors|analytics providers|partners))(?=.{0,300}\b(?:use|uses|used|using|integrate[sd]?|include[sd]?|embed(?:s|ded)?|rely|engage[sd]?|work with|currently)\b)(?!.{0,200}\b(?:following (?:circumstances|cases|purposes|situations|reasons|ways)|such as to|information from|collects?\b.{0,40}:$))[^\n]{0,300}:$|^link to (?:the )?privacy polic(?:y|ies) of (?:the )?third[- ]part[^\n]{0,120}$/i,
    listHeaded:
      /\b(?:policies|providers|services|companies|partners|tools|processors|third[- ]parties|SDKs|us|behalf)\b[^:]{0,60}:$/i,
    listDenied:
      /\b(?:do(?:es)? not|never|will not) (?:use|share|integrate|include|sell)\b|following (?:circumstances|cases|situations|reasons|purposes|information|data)|\b(?:we|they) collects?\b[^:]{0,60}:$|reasons?:$/i,
    listEntry:
      /^\s?(?<name>[A-Z0-9][\w.&+'’-]*(?: (?:[A-Z0-9&(][\w.&+'’)-]*|for|by|of|and|the)){0,6}?)\s?(?:\((?<company>[A-Z][^()\n]{2,60})\))?\s?(?=[:,;]|\.(?=\s|$)|[–—-]\s|$)(?:[:,;.]|[–—-])?\s?/,
    listPurposeEnds:
      /[.;](?=\s|$)|\bprivacy (?:policy|notice)\b|https?:|,? (?:which |it )?collects?\b|\bdata (?:shared|collected)\b/i,
    bracketPhone: /(?:tel|phone|telephone)\.?\s?:?\s?(\+?[\d][\d\s()-]{5,20}\d)/i,
    handles:
      /\b(?:shar\w+|provid\w+|disclos\w+|process\w+|transfer\w*|collect\w*|receiv\w*|send|hosted|operated)\b/i,
    usesSdk:
      /\b(?:use|uses|using|integrate|integrates|embed|embeds|include|includes)(?: the)? (?<sdk>(?:[A-Z][\w.+-]*\s?){1,4}?)\s?SDK\b/g,
    theirData:
      /\b(?:which|that|it|SDK|provider)(?: (?:may|will|also))* (?:collects?|receives?|obtains?|processes) (?:your )?([^.;]{3,160})/i,
    sdkList:
      /\b(?:SDKs?|service providers|third[- ]part(?:y|ies)(?: services| providers)?|processors|vendors|partners) ?(?:we use )?,? ?(?:such as|including|namely|include|includes|are|like|:)\s?:?\s?(?=[A-Z])([^.;]{2,400}?)(?=\s(?:to|for|who|that|which|in order|in the)\b|[.;]|$)/,
    listBreak: /,\s?(?:and )?|;\s?|\sand\s/,
    commonName:
      /^(?:the|our|your|third|party|other|following|these|software|such|any|a|an|some)\b|^[^A-Z0-9]|^(?:Inc|Ltd|LLC|Limited|Corp)\b|\b(?:Policy|Notice|Act|Regulation|Android|iOS)$/,
  },
  counted: {
    mark: /^(?!)/g,
    after: /\n/,
    company: /\b(?:Inc|Ltd|LLC|Corp|Limited|GmbH)\b\.?/,
    dataTail: /^(?!)/,
    dataItem: /^(?!)/,
  },
};
