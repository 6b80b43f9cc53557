/** Pieces of patterns that several kinds of fact share. */
export const REFUSES =
  "(?:refus\\w*|declin\\w*|den(?:y|ies|ied)|reject\\w*|disabl\\w*|turn(?:ing)? off|turn [^,.;]{2,30} off|withhold|revok\\w*|(?:do|does|did|choose|chose|prefer)(?: not|n['’]t)(?: to)? (?:provide|grant|allow|give|share|agree|enable|consent|permit|accept|wish|want|bind|turn|fill)|without (?:this|your|that|the) (?:permission|consent|access|information|data)|not (?:provid|grant|allow|giv|enabl|permitt)\\w*)";
