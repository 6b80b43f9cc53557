/** What `mingshi --help` says. */
export const HELP = `Usage: mingshi compile <file|-> [options]
       mingshi diff <old> <new> [options]
       mingshi audit <policy> [configuration] [options]

compile: turns a policy's text into Policy JSON. Reads .txt, .md and .html; - is standard input.
Diagnostics go to standard error as file:line:column: severity code sentence.

diff: tells what changed between two versions, clause by clause and fact by fact, and whether consent must be
asked for again. Each is a compiled policy (.json) or a text that compile reads; one may be - for standard input.

audit: holds a policy (compiled, or a text that compile reads) against the law: what it may not say, what it does not
say and must, where it contradicts itself. The configuration (JSON) declares what a text cannot show, such as which
permissions the app asks for when. It reads words, not an app: no finding is no proof of compliance.

Options of compile
  -o, --output <file>        write the JSON here instead of standard output
      --id <id>              names the document across its versions (default: the file's name)
      --kind <kind>          privacy-policy, user-agreement, authorization, sdk-list, info-list or children-policy
      --policy-version <v>   the version the app declares (default: the one the text states)
      --language <tag>       zh-Hans or en (default: by the letters of the text)
      --media-type <type>    text/plain, text/markdown or text/html (default: by the file's ending)

Options of diff
  -o, --output <file>        write here instead of standard output
      --format <format>      text (for people, in the policy's language), json or markdown (default: text)
      --language, --media-type  as for compile, for texts

Options of audit
  -o, --output <file>        write here instead of standard output
      --profile <profile>    whose law: pipl or gdpr (default: pipl)
      --format <format>      text (for people, in the policy's language), json or sarif (default: text)
      --language, --media-type  as for compile, for texts

  -h, --help                 show this
      --version              show the version of mingshi

Exit codes: 0 done; for diff: nothing changed that asks for consent again; for audit: no finding is an error
            1 the text is no policy, or a file cannot be read or written
            2 wrong use
           10 diff found a material change: consent must be asked for again
           11 audit found an error (warnings and notes alone give 0)
`;
