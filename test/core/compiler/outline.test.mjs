// How documents are divided: numbering of every kind, in two languages, by marked text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { clausesOf, headingsOf, markedHeadings, readMarked, wordsOf } from '../../support/marked-text.mjs';

/** Compiles a marked document and compares headings, and clauses and emphasis where any are marked. */
function outline(name, marked, { mediaType = 'text/plain' } = {}) {
  test(name, async () => {
    const expected = readMarked(marked);
    const policy = await compilePolicy({ name: 'sample', mediaType, text: expected.text });
    assert.deepEqual(headingsOf(policy), markedHeadings(expected));
    const clauses = wordsOf(expected, 'C');
    if (clauses.length > 0) assert.deepEqual(clausesOf(policy), clauses);
    for (const gone of wordsOf(expected, 'X'))
      assert.ok(!policy.text.replace(/\s+/g, '').includes(gone), gone);
    for (const line of wordsOf(expected, 'T'))
      assert.ok(!clausesOf(policy).includes(line), `${line} is no clause`);
  });
}

outline(
  '一、, （一）, 1. and (1) nest under each other; long numbered paragraphs are clauses',
  `某某隐私政策

{C:我们重视您的个人信息，本政策说明我们怎样处理它。}

{H1:一、我们收集的信息}

{H2:（一）您提供的信息}

{C:1.注册时您需要填写手机号码，用于建立账户。}

{C:2.办理业务时您需要提供身份证件，用于核对身份。}

{H2:（二）我们记录的信息}

{C:您使用服务时，我们记录下面的信息：}

{C:(1) 设备型号；}

{C:(2) 登录时间。}

{H1:二、我们怎样保护信息}

{C:我们用加密的方式保存信息。}

{H1:三、联系我们}

{C:请拨打客服热线。}
`,
);

outline(
  'chapters and articles: the article is a clause where its words follow at once, a heading where they stand below',
  `会员服务协议

{H1:第一章 总则}

{C:第一条 为了明确双方的权利和义务，双方订立本协议。}

{C:第二条 本协议自您点击同意之日起生效。}

{H1:第二章 会员的权利}

{C:第三条 会员可以查阅自己的信息，也可以要求更正。}

{H1:第三章 附则}

{C:第四条 本协议由公司负责解释。}
`,
);

outline(
  'English numbered sections with decimal subsections',
  `Acorn Privacy Policy

{C:Acorn Ltd. makes this app. This policy says what we do with your information.}

{H1:1. Information We Collect}

{H2:1.1 Information you give us}

{C:When you create an account, we ask for your name and your e-mail address.}

{H2:1.2 Information we record}

{C:We record the time of your visit and the pages you open.}

{H1:2. How We Use It}

{C:We use your information to run the service.}

{H1:3. Your Rights}

{C:(a) You may ask for a copy of your information;}

{C:(b) you may ask us to delete it.}

{H1:4. Contact Us}

{C:Write to privacy@example.com.}
`,
);

outline(
  'English articles in Roman numbers, and lettered subsections that hold text',
  `Terms of Service

{H1:Article I. Your Account}

{C:You agree to keep your password secret.}

{H1:Article II. Our Duties}

{C:We keep the service running, as far as we reasonably can.}

{H1:Article III. Liability}

{C:We are liable for damage that we cause on purpose.}
`,
);

outline(
  'headings without numbers, in a text extraction with hard-wrapped paragraphs',
  `Maple Notes Privacy Notice

{C:Maple Notes helps you to keep a diary. This notice tells you, in plain words, what we do
with your personal information and which choices you have about it. Please read it before
you begin to write.}

{H1:What we collect}

{C:We collect the e-mail address that you enter when you register, and the text that you
write in your diary. Without an e-mail address we cannot open an account for you, because
we would have no way to send you a new password.}

{H1:Who receives it}

{C:Our hosting provider stores the data for us in an encrypted form. Nobody else receives
your data unless the law obliges us to hand it over, and we will tell you if it does.}

{H1:How to reach us}

{C:Write to hello@example.com if you have a question about this notice or about your data,
and we will answer within ten days.}
`,
);

outline(
  'a table of contents with page numbers is no outline',
  `某某银行隐私政策

{T:目录}

{T:一、收集信息…………1}

{T:二、使用信息…………3}

{T:三、联系我们…………8}

{H1:一、收集信息}

{C:您开户时，我们收集您的姓名和证件号码。}

{H1:二、使用信息}

{C:我们用这些信息核对您的身份。}

{H1:三、联系我们}

{C:请拨打客服热线。}
`,
);

outline(
  'paragraphs one a line without empty lines between',
  `小桥阅读隐私政策
{C:小桥阅读由小桥科技有限公司运营，我们依照本政策处理您的个人信息。}
{H1:一、我们收集哪些信息}
{C:您注册账户时，我们收集您的手机号码。}
{C:您购买图书时，我们收集您的订单信息。}
{H1:二、我们怎样使用信息}
{C:我们用手机号码登录您的账户。}
{H1:三、您的权利}
{C:1、您可以查阅、更正您的信息；}
{C:2、您可以注销您的账户。}
{H1:四、联系方式}
{C:请发送邮件至 hello@example.com。}
`,
);

outline(
  'numbers that stand alone on their line belong to the line below',
  `某某平台个人信息保护政策

{H1:1.

信息的收集}

{C:您使用本平台时，我们会收集您的设备信息和日志信息，用于保障账户安全。}

{H1:2.

信息的使用}

{C:我们使用您的信息向您提供服务，并改进我们的产品。}

{H1:3.

联系我们}

{C:您可以通过客服热线联系我们，我们会在十五日内答复。}
`,
);

outline(
  'Markdown headings, lists and tables',
  `# 云杉隐私政策

{C:云杉科技有限公司（以下简称“我们”）处理您的个人信息时遵守本政策。}

## {H1:一、收集的信息}

{C:我们收集下列信息：}

- {C:设备型号；}
- {C:登录时间。}

### {H2:（一）敏感信息}

{C:人脸信息只用于核对身份。}

## {H1:二、第三方}

| {C:名称 | 用途} |
| --- | --- |
| {C:推送服务 | 发送通知} |
| {C:地图服务 | 显示网点} |
`,
  { mediaType: 'text/markdown' },
);

outline(
  'HTML headings, lists, tables and hidden text',
  `<!doctype html><html><head><title>x</title><style>p{}</style></head><body>
<h1>云杉隐私政策</h1>
<p>{C:云杉科技有限公司处理您的个人信息时遵守<b>本政策</b>。}</p>
<p style="display:none">{X:您不同意就不能使用。}</p>
<h2>{H1:一、收集的信息}</h2>
<p>{C:我们收集下列信息：}</p><ul><li>{C:设备型号；}</li><li>{C:登录时间。}</li></ul>
<h2>{H1:二、联系我们}</h2>
<p>{C:请拨打客服热线。}</p>
</body></html>`,
  { mediaType: 'text/html' },
);

outline(
  'an indented, wrapped document whose table of contents stands in its paragraphs, and whose titles are cut too',
  `　　　　　　　　　青禾银行个人客户隐私政策
　　{C:青禾银行股份有限公司（以下简称“我行”）非常重视您的个人信息保
护。您在使用我行产品与服务时，我行会按照本政策收集、使用、存储、
对外提供您的个人信息。}
　　{C:本政策说明下面的内容：}
　　{T:一、我行怎样收集个人信息}
　　{T:二、我行怎样把资料交给别人办理、怎样公开和转交这些资料以及向境
外提供您的个人信息}
　　{T:三、怎样联系我行}
　　{H1:一、我行怎样收集个人信息}
　　{C:1.您注册成为我行手机银行用户时，我行会收集您的姓名、证件信
息、手机号码。}
　　{C:2.您使用转账功能时，需要提供收款方的姓名、账号。}
　　{H1:二、我行怎样把资料交给别人办理、怎样公开和转交这些资料以及向境
外提供您的个人信息}
　　{C:我行平时不会把您的资料交给外面的任何人或者单位，只有下面几种情
况除外：}
　　{C:1.事先获得您的明确同意；}
　　{C:2.根据法律法规的规定或行政机关的要求。}
　　{H1:三、怎样联系我行}
　　{C:您可以拨打我行客服热线。}
`,
);

outline(
  'numbered questions in capitals with unnumbered headings under them, and a list without bullets',
  `PRIVACY NOTICE

{C:Last updated April 1, 2025}

{C:This notice says how and why Oakleaf Inc. processes your information when you use our services.}

{H1:SUMMARY OF KEY POINTS}

{C:This summary gives the key points of our notice.}

{T:TABLE OF CONTENTS}

{T:1. WHAT INFORMATION DO WE COLLECT?}
{T:2. WITH WHOM DO WE SHARE IT?}
{T:3. HOW CAN YOU CONTACT US?}

{H1:1. WHAT INFORMATION DO WE COLLECT?}

{H2:Information you disclose to us}

{C:We collect the information that you give us when you register. It may include the following:}
{C:names}
{C:phone numbers}

{C:We do not collect anything else from you.}

{H2:Information collected automatically}

{C:We automatically collect certain information when you visit our services.}

{H1:2. WITH WHOM DO WE SHARE IT?}

{C:We share it with nobody, except where the law obliges us to.}

{H1:3. HOW CAN YOU CONTACT US?}

{C:You may write to us at privacy@example.com.}
`,
);

outline(
  'a page with running heads, dotted leaders in its table of contents and a sentence cut by the page',
  `Harbor Bank Mobile Privacy Policy

{C:Effective Date: January 1, 2026}

{T:TABLE OF CONTENTS}

{T:1. Introduction ............................................ 1}
{T:2. Information We Collect .................................. 1}
{T:2.1 Information You Provide ............................... 1}
{T:3. Sharing ................................................. 3}

{H1:1. Introduction}

{C:Harbor Bank plc ("Harbor", "we", "us") respects your privacy. This policy
explains how we collect, use and disclose your personal information
when you use the Harbor Mobile application.}

{X:Harbor Bank Mobile Privacy Policy                Page 1 of 2}
{H1:2. Information We Collect}

{H2:2.1 Information You Provide}

{C:We collect the information you give us directly, such as your name, date of
birth, postal address, telephone number and e-mail address.}

{H1:3. Sharing}

{C:We do not sell your personal information. We share it with service providers
who work for us, with authorities where the law obliges us, and with others
with your consent.}

{X:Harbor Bank Mobile Privacy Policy                Page 2 of 2}
`,
);

outline(
  'one paragraph a line with a table of contents, headings of three depths and lists that are none',
  `某某科技有限公司隐私政策
{H1:提示条款}
{C:欢迎您使用我们的产品与/或服务，请您仔细阅读本政策。}
{T:目录}
{T:一、我们怎样收集个人信息}
{T:二、我们怎样共享个人信息}
{T:三、您的权利}
{H1:一、我们怎样收集个人信息}
{H2:（一）收集的情形}
{H3:1、成为我们的用户}
{C:您注册时，需要提供手机号码。}
{H3:2、展示商品}
{C:我们会收集您的设备信息、浏览记录。}
{H2:（二）无需同意的情形}
{C:以下情形无需征得您的同意：}
{C:1、与国家安全有关的；}
{C:2、法律法规规定的其他情形。}
{H1:二、我们怎样共享个人信息}
{C:我们不会共享，但以下情况除外：}
{C:1、在取得您同意的情况下共享；}
{C:2、与关联公司间共享。}
{H1:三、您的权利}
{C:您对个人信息享有以下权利：}
{H2:1、访问您的个人信息}
{C:您可以在“我的”页面访问。}
{H2:2、注销账号}
{C:您可以联系客服注销。}
`,
);

outline(
  'titles in heavy brackets, and short lines after a colon that are a list',
  `星河应用隐私政策

{H1:【特别提示】}

{C:请您在使用前仔细阅读本政策。}

{H1:【信息收集】}

{C:我们收集的信息有：}

{C:手机号码}

{C:设备型号。}

{H1:【联系我们】}

{C:请发送邮件给我们。}
`,
);

outline(
  'HTML that stresses by style, and an appendix after the last section',
  `<html><body><div><span style="font-weight:bold">云杉银行隐私政策</span></div>
<div>{C:云杉银行股份有限公司尊重您的隐私。}</div>
<div><span style="font-weight: bold">{H1:一、信息的收集}</span></div>
<div>&emsp;&emsp;{C:（一）注册。您需要提供手机号码。}<br>&emsp;&emsp;{C:（二）转账。您需要提供收款人账号。}</div>
<div><span style="font-weight: bold">{H1:二、Cookie}</span></div>
<div>{C:我们使用Cookie。}</div>
<div><span style="font-weight: bold">{H1:附件一 第三方目录}</span></div>
<table><tr><td>{C:序号</td><td>名称}</td></tr><tr><td>{C:1</td><td>极风推送}</td></tr></table>
</body></html>`,
  { mediaType: 'text/html' },
);

outline(
  'lists numbered like the sections they stand in, and an appendix whose title has a colon',
  `Sample Policy

{C:Sample Ltd. explains in this policy what it does with your information.}

{H1:1. Sharing}

{H2:1.1 With whom we share}

{C:We share your information in these cases:}

{C:1. when you ask us to, with the person you name;}

{C:2. when the law obliges us to, with the authority.}

{H2:1.2 What we ask of them}

{C:They use it for the purpose we agreed on, and for nothing else.}

{H1:2. Storage}

{C:We keep your information in Ireland.}

{H1:3. Appendix: definitions}

{C:Information means anything that we know about you.}
`,
);

outline(
  'Windows line ends and a byte order mark change nothing',
  '\ufeff某某隐私政策\r\n\r\n{C:我们依照本政策处理您的信息。}\r\n\r\n{H1:一、收集}\r\n\r\n{C:我们收集您的手机号码。}\r\n\r\n{H1:二、联系}\r\n\r\n{C:请致电。}\r\n',
);

outline(
  'numbers with a tab behind them are no table',
  `Acorn Terms of Use

{C:These terms are an agreement between you and Acorn Ltd.}

{H1:1.\tYour duties}

{C:You agree that you will:}

{C:(a)\tkeep your password secret;}
{C:(b)\tfollow the law.}

{H1:2.\tLiability}

{C:2.1\tNothing in these terms limits our liability for fraud.}
{C:2.2\tWe are not liable for loss that we could not foresee.}

{H1:3.\tContact}

{C:Write to legal@example.com.}
`,
);

outline(
  'an article’s title on the line below its number',
  `某某平台服务协议

{H1:第一条
协议的范围}

{C:本协议由您与平台订立。}

{H1:第二条
个人信息的保护}

{C:平台依法保护您的个人信息，未经您同意不对外提供。}
`,
);

outline(
  'a title that names its place before its matter, and a law’s article that is no number',
  `某某银行隐私政策

{H1:一、我们怎样收集信息}

{H2:（一）业务功能一：注册与登录}

{C:注册时需要您提供手机号码。}

{H2:（二）业务功能二：转账}

{C:转账时需要您提供收款方信息，我们依照 GDPR 的要求处理，见
Article 6(1)(b) GDPR.}

{H2:（三）设备权限}

{C:扫码时需要您允许使用相机。}

{H1:二、联系我们}

{C:（一）电话：400-555-0123}

{C:（二）地址：青石市石桥路}
`,
);

outline(
  '壹, 贰, 叁 are numbers, also where labels with their values follow',
  `某某故事屋个人信息保护规则

{H1:壹 您同意之前}

{C:我们会请您用手机号接收验证码，以确认是大人在操作。}

{H1:贰 收集什么}

{C:我们收集孩子的小名，用于称呼孩子。}

{H1:叁 您的权利}

{C:看和改：打开“家长中心”，选“档案”。}

{C:注销：打开“家长中心”，选“注销”。}

{H1:肆 谁来管}

{C:负责人：周老师}

{C:电话：400-555-0123}
`,
);

outline(
  'a number before years or days begins a sentence, no item',
  `某某隐私政策

{H1:儿童}

{C:14 周岁以下儿童须由父母或者其他监护人陪同使用。}

{H1:期限}

{C:15 个工作日内我们会答复您的请求，特殊情况除外。}

{C:3 年内没有登录的账户，我们会停用并且删除其中的信息。}
`,
);

outline(
  'a bold line is a title though it holds a comma, asks, or has a list of sentences below it',
  `<h1>某某医院隐私政策</h1>
<p>请您在挂号之前看完这份文件。</p>
<p><b>{H1:为您看病，我们要知道什么}</b></p>
<p>您需要提供姓名和手机号码，用于建立就诊卡。</p>
<p><b>{H1:您可以怎样管理信息}</b></p>
<ul><li>看病历：打开“我的”，可以下载。</li><li>改资料：打开“我的”，选“编辑”。</li></ul>
<p><b>{H1:谁能看到您的病历？}</b></p>
<p>为您诊疗的医生、护士和药师。其他人员不得查看。</p>
<p><b>语音 SDK</b></p>
<ul><li>使用目的：用于视频问诊。</li><li>公司名称：某某科技有限公司</li></ul>
`,
  { mediaType: 'text/html' },
);

outline(
  'a document of one short line is cut where its numbers rise, and each title ends where its text begins',
  '某某记账隐私政策版本：2.4.0　更新日期：2026年9月1日　某某记账是一款不联网也能用的记账软件，我们希望用最少的信息为您服务，也希望您放心使用它。' +
    '{H1:1、收集和使用信息}1.1 记账数据：您记录的金额保存在您的手机里，我们无法看到。1.2 云备份：您开通云备份时，我们会收集您的邮箱，用于恢复账本。' +
    '{H1:2、存储与安全}2.1 备份的文件加密存放在中国境内，保存到您删除备份为止。2.2 错误日志保存六十天。' +
    '{H1:3、我们如何保护未成年人}我们的产品不专门面向儿童，孩子使用以前应当由监护人同意，监护人可以随时联系客服办理有关的事情。' +
    '{H1:4、本政策如何更新}我们更新本政策时会在应用里公布，并重新取得您的同意，以前的版本在网站上保存。' +
    '{H1:5、如何联系我们}某某软件有限公司　电话：400-555-0123　邮箱：privacy@example.com',
);

outline(
  'Roman numbers divide a document of one line, after its table of contents; case is no difference',
  '{C:Example Reader Privacy Policy Example Reader is operated by Example Media Ltd. Before using it, please read this policy. It says:} ' +
    '{T:I. How we use your personal information} {T:II. How we share it} {T:III. How long we keep it} {T:IV. Protection of minors} {T:V. How to contact us} ' +
    '{H1:I. How We Use Your Personal Information} {C:When you register, we collect your mobile phone number to create your account.} ' +
    '{H1:II. How We Share It} {C:We do not share your personal information with any company other than our host.} ' +
    '{H1:III. How Long We Keep It} {C:Reading history is kept for 12 months; after that we delete it.} ' +
    '{H1:IV. Protection of Minors} {C:If you are under the age of 14, please read this policy together with a guardian.} ' +
    '{H1:V. How to Contact Us} {C:Company: Example Media Ltd. Email: privacy@example.com.}',
);
