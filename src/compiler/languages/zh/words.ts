/** Pieces of patterns that several kinds of fact share. */
export const WE =
  '(?:我们|我行|我司|本行|本公司|贵行|贵公司|(?<!第三方|其他|合作)开发者|平台|本应用|本软件|系统|该过程|APP|App)';

export const YOU = '(?:您|你|用户)';

export const LAW =
  '(?:本|该|此)(?:隐私权?|个人信息保护|用户|授权|儿童)?(?:保护)?(?:政策|协议|声明|条款|授权书|指引|规则)';
