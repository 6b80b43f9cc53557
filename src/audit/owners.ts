/** Brands whose owner everybody knows, and how the owner's companies are called. One brand a line. */
export const OWNERS: readonly { readonly brand: RegExp; readonly companies: RegExp }[] = [
  { brand: /微博|weibo/i, companies: /微博|微梦|新浪|weibo|sina/i },
  { brand: /微信|wechat|腾讯|tencent|(?<![a-z])QQ/i, companies: /腾讯|财付通|tencent|tenpay|wechat/i },
  { brand: /银联|unionpay/i, companies: /银联|unionpay/i },
  { brand: /支付宝|alipay|蚂蚁/i, companies: /支付宝|蚂蚁|阿里|alipay|ant\b|alibaba/i },
  { brand: /高德|amap/i, companies: /高德|阿里|autonavi|alibaba/i },
  { brand: /百度|baidu/i, companies: /百度|baidu|百付宝|度小满/i },
  { brand: /华为|huawei|(?<![a-z])HMS/i, companies: /华为|huawei|hms|花瓣/i },
  { brand: /小米|xiaomi/i, companies: /小米|xiaomi|瓦力/i },
  { brand: /抖音|字节|bytedance/i, companies: /抖音|字节|巨量|bytedance|tiktok|douyin/i },
  { brand: /极光|jiguang|jpush/i, companies: /和讯华谷|极光|jiguang/i },
  { brand: /友盟|umeng/i, companies: /友盟|锐讯|阿里|umeng/i },
  { brand: /谷歌|google/i, companies: /谷歌|google|alphabet/i },
  { brand: /facebook/i, companies: /facebook|meta/i },
];
