import { language } from '../language.js';

/** Invented branches of an invented city; `place` is `[latitude, longitude]` in degrees. */
export const BRANCHES = [
  branch(
    [30.251, 120.165],
    ['总行营业部', 'Head Office'],
    ['示例区示例大道100号', '100 Sample Avenue, Sample District'],
    '09:00–17:30',
    ['个人', '对公', '外币', '保管箱'],
    ['personal', 'corporate', 'foreign currency', 'safe deposit'],
  ),
  branch(
    [30.243, 120.139],
    ['示例湖支行', 'Sample Lake'],
    ['示例区湖滨路18号', '18 Lakeside Road, Sample District'],
    '09:00–17:00',
    ['个人', '外币'],
    ['personal', 'foreign currency'],
  ),
  branch(
    [30.212, 120.208],
    ['新城支行', 'New Town'],
    ['新城区样板街66号', '66 Pattern Street, New Town District'],
    '09:00–17:00',
    ['个人', '对公'],
    ['personal', 'corporate'],
  ),
  branch(
    [30.262, 120.192],
    ['东门社区支行', 'East Gate Community'],
    ['东门区平安里3号', "3 Ping'an Lane, East Gate District"],
    '09:00–20:00',
    ['个人', '老年专窗'],
    ['personal', 'senior counter'],
  ),
  branch(
    [30.308, 120.086],
    ['大学城支行', 'University Town'],
    ['学府区书香路201号', '201 Book Road, Academy District'],
    '09:00–17:00',
    ['个人', '助学贷款'],
    ['personal', 'student loans'],
  ),
  branch(
    [30.291, 120.213],
    ['高铁站自助银行', 'Railway Station Self-service'],
    ['站前区广场北侧', 'North side of the square, Station District'],
    '00:00–24:00',
    ['自助存取款'],
    ['self-service cash'],
  ),
];

function branch(place, name, address, hours, chinese, english) {
  const index = language === 'en' ? 1 : 0;
  return {
    place,
    name: name[index],
    address: address[index],
    hours,
    services: (index ? english : chinese).join(index ? ', ' : '、'),
  };
}
