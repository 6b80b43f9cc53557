// What the schema of SARIF 2.1.0 says of the objects we write: required fields, no others, types, enumerations, least values.
const text = { type: 'string' };
const least = (minimum) => ({ type: 'integer', minimum });
const closed = (properties, ...required) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items, uniqueItems = false) => ({ type: 'array', items, uniqueItems });

const properties = { type: 'object', properties: { tags: list(text, true) } };
const message = closed({ text: { ...text, minLength: 1 } }, 'text');
const level = { enum: ['none', 'note', 'warning', 'error'] };
const region = closed(
  {
    startLine: least(1),
    startColumn: least(1),
    endLine: least(1),
    endColumn: least(1),
    snippet: closed({ text }),
  },
  'startLine',
);
// `pattern` stands for the format uri-reference: no space, nothing that an address must encode, no drive for a scheme.
const artifactLocation = closed({ uri: { ...text, pattern: '^(?![A-Za-z]:)[!-~]+$' } }, 'uri');
const location = closed({
  id: least(-1),
  physicalLocation: closed({ artifactLocation, region }, 'artifactLocation'),
  logicalLocations: list(closed({ fullyQualifiedName: text }), true),
});
const descriptor = closed(
  {
    id: text,
    name: text,
    shortDescription: message,
    help: message,
    defaultConfiguration: closed({ level }),
  },
  'id',
);
const result = closed(
  {
    ruleId: text,
    ruleIndex: least(-1),
    level,
    message,
    locations: list(location),
    relatedLocations: list(location, true),
  },
  'message',
);
const run = closed(
  {
    tool: closed(
      { driver: closed({ name: text, version: text, rules: list(descriptor, true) }, 'name') },
      'driver',
    ),
    language: { ...text, pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' },
    columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
    results: list(result),
    properties,
  },
  'tool',
);

/** A JSON Schema: stricter than the published one where we write less than it allows. */
export const sarifShape = closed(
  { $schema: { ...text, pattern: '^https://' }, version: { const: '2.1.0' }, runs: list(run) },
  'version',
  'runs',
);
