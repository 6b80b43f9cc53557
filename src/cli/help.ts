/** What `mingshi --help` says. */
export const HELP = `Usage: mingshi compile <file|-> [options]

Compiles a policy's text into Policy JSON. Reads .txt, .md and .html; - is standard input.
Diagnostics go to standard error as file:line:column: severity code sentence.

Options
  -o, --output <file>        write the JSON here instead of standard output
      --id <id>              names the document across its versions (default: the file's name)
      --kind <kind>          privacy-policy, user-agreement, authorization, sdk-list, info-list or children-policy
      --policy-version <v>   the version the app declares (default: the one the text states)
      --language <tag>       zh-Hans or en (default: by the letters of the text)
      --media-type <type>    text/plain, text/markdown or text/html (default: by the file's ending)
  -h, --help                 show this
      --version              show the version of mingshi

Exit codes: 0 done; 1 the text is no policy, or a file cannot be read or written; 2 wrong use.
`;
