// Whole English policies with the facts that were written into them, by random choices.
import fc from 'fast-check';
import { blocks, dateWords, some } from './blocks.mjs';

const APPS = ['Larkspur Notes', 'Blue Heron', 'Juniper Recipes', 'Harbour Library'];
const COMPANIES = [
  'Larkspur Sample Software Ltd.',
  'Blue Heron Labs, Inc.',
  'Juniper Media LLC',
  'Harbour Systems GmbH',
];
const PERMISSIONS = [
  ['camera', 'Camera', 'to scan the codes you point it at', 'scan codes'],
  ['location', 'Location', 'to show the shops near you', 'see shops near you'],
  ['microphone', 'Microphone', 'to record your voice notes', 'record voice notes'],
  ['storage', 'Storage', 'to save the reports you export', 'save reports'],
  ['calendar', 'Calendar', 'to add the dates on which bills fall due', 'add reminders'],
  ['bluetooth', 'Bluetooth', 'to connect your scale', 'connect a scale'],
  ['notifications', 'Notification', 'to remind you of bills', 'receive reminders'],
];
const SDKS = [
  ['Morningstar Push', 'Morningstar Sample Technology Ltd.', 'Sending reminders', 'device model, push token'],
  ['Farhill Maps', 'Farhill Mapping, Inc.', 'Showing where shops are', 'location, IP address'],
  [
    'Egret Metrics',
    'Egret Data Services LLC',
    'Counting visits to pages',
    'device model, operating system version',
  ],
  ['Longbridge Chat', 'Longbridge Software Ltd.', 'Opening a chat with our staff', 'chat messages'],
];
const PROSE = [
  'We keep your information behind encryption and limit who may come into contact with it.',
  'We explain in plain words how your information is handled, and ask you to read this text with care before you begin.',
  'Nothing in this text takes away a right that the law of your country gives you, whatever the version you use.',
];
const PATHS = ['Settings > Privacy > Withdraw consent', 'Me > Privacy > Consent'];

const permissionSection = (list, form) => {
  const lead = 'When you use a function that needs it, the app asks for one of these permissions:';
  const rows = list.map((one) => ({ kind: one[0], name: `${one[1]} permission`, why: one[2], lost: one[3] }));
  const upper = (words) => words.charAt(0).toUpperCase() + words.slice(1);
  if (form === 'table')
    return {
      facts: rows.map(({ kind, name, why, lost }) => ({
        kind,
        name,
        purpose: upper(why),
        refusal: `You cannot ${lost}`,
      })),
      blocks: [
        blocks.paragraph(lead),
        blocks.table([
          ['Permission', 'Purpose', 'If you refuse'],
          ...rows.map(({ name, why, lost }) => [name, upper(why), `You cannot ${lost}`]),
        ]),
      ],
    };
  return {
    facts: rows.map(({ kind, name, why, lost }) => ({
      kind,
      name,
      purpose: why,
      refusal: `If you refuse, you cannot ${lost}`,
    })),
    blocks: [
      blocks.paragraph(lead),
      ...rows.map(({ name, why, lost }, index) =>
        blocks.item(`${index + 1}. ${name}: ${why}. If you refuse, you cannot ${lost}.`),
      ),
    ],
  };
};

const sdkSection = (list, form) => {
  const facts = list.map(([name, company, purpose, data], index) => ({
    name: `${name} SDK`,
    company,
    purpose,
    data,
    contact: `help${index}@sdk.example.com`,
    privacyUrl: `https://sdk${index}.example.com/privacy`,
  }));
  const lead = blocks.paragraph('For some functions the app has the following third-party SDKs built in:');
  const labels = [
    'SDK name',
    'Company',
    'Purpose',
    'Personal information collected',
    'Contact',
    'Privacy policy',
  ];
  const values = (one) => [one.name, one.company, one.purpose, one.data, one.contact, one.privacyUrl];
  if (form === 'table') return { facts, blocks: [lead, blocks.table([labels, ...facts.map(values)])] };
  const records = facts.flatMap((one, index) =>
    values(one).map((value, at) => {
      if (at === 0)
        return blocks.item(form === 'named' ? `${labels[0]}: ${value}` : `${index + 1}. ${value}`);
      return blocks.line(`${labels[at]}: ${value}`);
    }),
  );
  return { facts, blocks: [lead, ...records] };
};

const contactBlocks = ({ phone, email, address }) => [
  blocks.paragraph('You can contact us in the following ways, and we will answer within 15 working days:'),
  ...(phone ? [blocks.line(`Phone: ${phone}`)] : []),
  ...(email ? [blocks.line(`Email: ${email}`)] : []),
  ...(address ? [blocks.line(`Address: ${address}`)] : []),
];

const maybe = (arbitrary) => fc.option(arbitrary, { nil: undefined });

/** A policy as blocks, with its facts. */
export const englishPolicy = fc
  .record({
    app: fc.constantFrom(...APPS),
    company: maybe(fc.constantFrom(...COMPANIES)),
    dates: fc.record({
      updated: maybe(dateWords('en')),
      published: maybe(dateWords('en')),
      effective: maybe(dateWords('en')),
    }),
    permissions: some(PERMISSIONS, 2),
    permissionForm: fc.constantFrom('table', 'numbers'),
    // Three entries numbered as the third section is: nobody can tell whether `4.` goes on with them.
    sdks: some(SDKS, 2).filter((list) => list.length !== 3),
    sdkForm: fc.constantFrom('table', 'named', 'numbers'),
    path: maybe(fc.constantFrom(...PATHS)),
    contacts: fc.record({
      phone: maybe(fc.constantFrom('+1 415-555-0123', '020 7946 0123')),
      email: maybe(fc.constantFrom('privacy@larkspur.example.com', 'dpo@heron.example.org')),
      address: maybe(
        fc.constantFrom('100 Sample Street, Springfield, IL 62701', '8 Sample Lane, London EC1A 1BB'),
      ),
    }),
    prose: fc.shuffledSubarray(PROSE, { minLength: 3 }),
  })
  .map((parts) => {
    const permissions = permissionSection(parts.permissions, parts.permissionForm);
    const parties = sdkSection(parts.sdks, parts.sdkForm);
    const sections = [
      ['How We Protect Your Information', parts.prose.slice(1).map(blocks.paragraph)],
      ['System Permissions', permissions.blocks],
      ['Third-Party SDKs', parties.blocks],
      ...(parts.path
        ? [
            [
              'Withdrawing Consent',
              [
                blocks.paragraph(
                  `You can withdraw your consent to this policy at any time in “${parts.path}”.`,
                ),
              ],
            ],
          ]
        : []),
      ['Changes to This Policy', [blocks.paragraph(parts.prose[0])]],
      ...(Object.values(parts.contacts).some(Boolean) ? [['Contact Us', contactBlocks(parts.contacts)]] : []),
    ];
    const labels = { updated: 'Last updated', published: 'Published', effective: 'Effective date' };
    const head = Object.entries(labels).flatMap(([kind, label]) =>
      parts.dates[kind] ? [blocks.paragraph(`${label}: ${parts.dates[kind].words}`)] : [],
    );
    const intro = parts.company
      ? `The ${parts.app} app is developed and operated by ${parts.company} (“we” or “us”). Please read this policy before you use it.`
      : `Thank you for using the ${parts.app} app. Please read the whole of this policy before you use it.`;
    return {
      language: 'en',
      blocks: [
        blocks.title(`${parts.app} Privacy Policy`),
        ...head,
        blocks.paragraph(intro),
        ...sections.flatMap(([title, inner], index) => [blocks.heading(`${index + 1}. `, title), ...inner]),
      ],
      facts: {
        title: `${parts.app} Privacy Policy`,
        publisher: parts.company,
        dates: Object.fromEntries(
          Object.entries(parts.dates).flatMap(([kind, date]) => (date ? [[kind, date.iso]] : [])),
        ),
        sections: sections.map(([title]) => title),
        permissions: permissions.facts,
        thirdParties: parties.facts,
        withdrawals: parts.path ? [parts.path] : [],
        contacts: Object.entries(parts.contacts).flatMap(([kind, value]) =>
          value ? [`${kind} ${value}`] : [],
        ),
      },
    };
  });
