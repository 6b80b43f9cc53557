import type { Language } from '../language.js';

/** Chinese words of permissions: their names, purposes and what refusing costs. */
export const permissions: Pick<
  Language,
  'permission' | 'purpose' | 'refusal' | 'refusalClause' | 'refusalOpens'
> = {
  permission: {
    kinds: [
      ['album', /相册|图库|媒体(?:文件|库|影音)?|照片(?!和视频)|READ_MEDIA_(?:IMAGES|VIDEO)|NSPhotoLibrary/],
      ['camera', /相机|摄像|拍照|拍摄|CAMERA/i],
      [
        'install-packages',
        /(?:允许)?安装未知(?:来)?源|安装(?:未知|其他|第三方|应用|软件)(?:应用|软件|程序)?|未知(?:来)?源|INSTALL_PACKAGES/,
      ],
      [
        'app-list',
        /应用(?:程序)?列表|已安装(?:的)?(?:应用|软件)|QUERY_ALL_PACKAGES|GET_INSTALLED_APPS|GET_TASKS|运行中?的?(?:应用|进程)/,
      ],
      [
        'device-info',
        /设备信息|(?:设备|手机|电话|本机|话机)(?:的)?(?:身份|状态|识别码|标识)|读取(?:手机|电话)(?:状态|身份|信息)|READ_PHONE_STATE|READ_PRIVILEGED_PHONE/,
      ],
      ['contacts', /通讯录|联系人|READ_CONTACTS|WRITE_CONTACTS|GET_ACCOUNTS/],
      ['sms', /短信|短消息|(?:READ|RECEIVE|SEND)_(?:SMS|MMS)/],
      [
        'storage',
        /存储|存储卡|SD ?卡|读写?(?:取)?(?:及|和|\/)?(?:写入)?(?:外部|手机|内部)?(?:文件|内存)|外部存储|(?:READ|WRITE|MANAGE)_EXTERNAL_STORAGE|文件(?:访问|读写|管理)/,
      ],
      ['microphone', /麦克风|录音|话筒|音频录制|RECORD_AUDIO/i],
      ['location', /定位|位置|LOCATION|GPS/],
      ['clipboard', /剪[切贴]板|粘贴板|CLIPBOARD/i],
      ['bluetooth', /蓝牙|BLUETOOTH/i],
      ['calendar', /日历|日程|CALENDAR/],
      ['biometrics', /指纹|面容|生物识别|Touch ?ID|Face ?ID|人脸识别权限|BIOMETRIC|FINGERPRINT/i],
      ['notifications', /通知|消息推送|推送|NOTIFICATIONS?/],
      ['motion', /传感器|运动|健身|体感|活动识别|计步|陀螺仪|ACTIVITY_RECOGNITION|BODY_SENSORS/],
      [
        'background',
        /后台(?:运行|弹|启动|保活|定位)?|自启动?|开机启动|悬浮窗|RECEIVE_BOOT_COMPLETED|SYSTEM_ALERT_WINDOW/,
      ],
      ['network', /网络|联网|WLAN|Wi-?Fi|无线|蜂窝|INTERNET|ACCESS_(?:NETWORK|WIFI)_STATE/i],
      ['phone', /拨打电话|电话|拨号|通话|CALL_PHONE/],
    ],
    head: /^(?:[^:,。;\n(]|\([^()\n]{0,24}\)){1,40}/,
    notHead:
      /上述|需要您|可能|信息类型|个人信息(?!权限)|如何|管理|清单|列表|共享|说明|政策|哪些|系统权限|^您|^我们|第三方/,
    afterHead: /^(?:\([^()]{1,20}\))?\s?(?::|[,，]\s?(?:用于|以便|为了|需要))/,
    mark: /权限|^基于[^,。:]{1,24}功能$/,
    nameTrim: {
      before: /^(?:基于|关于|获取|申请|开启|访问(?=您)|您的|需要(?:您的)?|[\s、,.;]+)+/,
      after: /(?:的功能|功能|的)$/,
    },
    userTail: /^\s?(?:SDK|用于|使用|提供|插件)/,
    nameTail: /^权限/,
    vague: /全部|所有|部分|可能|有时|其他|服务时/,
    grants: /允许|可以|需要使用|需要获取/,
    nameBreak: /[、/,;]|和(?!状态|身份)|以及|及(?!时|写)|与|或/g,
    prose:
      /(?:申请|获取|调用|开启|使用|通过|访问|请求|打开|授予|授权|需要)(?:使用|获取|访问|开启)?(?:您|你|用户)?(?:的|手机|设备|终端|系统){0,4}((?:[^\s,。;:、()和及与或]{1,12}(?:\([^()]{1,12}\))?(?:、|和|及|与|或|以及)){0,12}[^\s,。;:、()和及与或]{1,12}(?:\([^()]{1,12}\))?)(?:的)?(?:使用|访问)?权限/g,
    notProse: /不|未|关闭|取消|拒绝|无|限制/,
    refusesAll: /未开启|不开启|拒绝|不同意|不授权|未授权|不允许|不授予|不提供/,
    platformHeader: /平台|系统|适用|终端/,
    forAll: /(?:上述|以上|这些|前述|该等|相应|任何)[^,。;]{0,6}(?:权限|授权)/,
    nameHeader: /权限/,
    purposeHeader: /目的|用途|用于|功能|场景|说明/,
    refusalHeader: /拒绝|不(?:开启|同意|授权|提供)|影响|后果/,
    section: /权限/,
    listLead: /权限[^。;]{0,16}:\s*$/,
  },
  purpose:
    /(?:目的是|用途是)?为了[^。;]{2,300}|(?:主要)?(?:可)?用于[^。;]{2,300}|(?:以便于?|用来|用以|以实现|以为您|以帮助|以供|来实现|使我们能够|帮助您)[^。;]{2,300}|目的(?:是|:)[^。;]{2,300}/,
  refusal:
    /(?:(?:如果?|若|一旦|当|倘若)(?:您|你|用户)?[^。;]{0,24}?(?:拒绝|不同意|不提供|选择不|不开启|未开启|不授权|未授权|不予|不允许|不授予|不使用|不给予|关闭)|(?:^|[,;])\s?(?:您|你)?(?:拒绝|不同意|不提供|不授权|不开启|不允许|关闭)[^。;]{0,12})[^。;]{0,120}?(?:无法|不能|不影响|不会影响|不会对|不可用|导致|将不|无从|影响|有权拒绝|没有保障|得到保障|不可|可以|仍|也可|手动)/,
  refusalClause:
    /[,;]\s?(?:如果?|若|一旦|倘若)?(?:您|你)?[^,。;]{0,6}(?:拒绝|不同意|不提供|不开启|未开启|不授权|未授权|不允许|不授予|关闭)/,
  refusalOpens:
    /^\s?(?:如果?|若|一旦|倘若)?(?:您|你)?[^,。;]{0,6}(?:拒绝|不同意|不提供|不开启|未开启|不授权|未授权|不允许|不授予|关闭)/,
};
