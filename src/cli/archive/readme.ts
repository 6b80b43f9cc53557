/** What stands in an archive for who finds it without this program. */
export const README_NAME = 'README.txt';

export const README = `An archive of policies, as they were shown. Nothing in it is ever changed or removed.

index/000001.json, ...   one entry for each version: id, version, language, dates, hashes, when it was archived, and its files.
                         "previous" is the SHA-256 of the entry before it, so that no entry can be changed, put in or taken
                         out without a trace. Keep the SHA-256 of the last entry elsewhere: then the end cannot be cut off
                         or written anew either.
documents/<id>/<version>/<language>/<SHA-256 of the text>/
  text.txt               the text, as people read it; its SHA-256 is the name of its folder, and the "policyHash" of every
                         consent to it
  policy-....json        the text compiled: what the screen was made from
  source-....            the file the text was compiled from, byte for byte

To check without any program of ours: sha256sum text.txt, and compare with the folder's name and the entry.
To check everything:              npx mingshi archive --check --to <this folder>
To show what somebody agreed to:  npx mingshi show <event.json> --archive <this folder>


隐私政策等文本的存档，与展示时一致。其中任何内容都不会被修改或删除。

index/000001.json 等     每个版本一条记录：标识、版本、语言、日期、哈希值、存档时间和文件。previous 是前一条记录的 SHA-256，
                         因此任何一条被修改、插入或抽走都会留下痕迹。请把最后一条记录的 SHA-256 另存他处，
                         这样末尾被截断或整体重写也能发现。
documents/<标识>/<版本>/<语言>/<文本的 SHA-256>/
  text.txt               用户看到的文本；它的 SHA-256 就是所在文件夹的名称，也是对它的每次同意所记录的 policyHash
  policy-....json        由文本编译的数据，屏幕上的内容由它生成
  source-....            编译所用的原始文件，逐字节保存

不用本工具核对：计算 text.txt 的 SHA-256（sha256sum text.txt），与文件夹名和记录比较。
核对全部：      npx mingshi archive --check --to <本文件夹>
展示某次同意：  npx mingshi show <event.json> --archive <本文件夹>
`;

/** Every one that was ever written: an archive keeps the one it began with. */
export const READMES: readonly string[] = [README];
