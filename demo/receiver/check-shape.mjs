import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const CONTRACT = new URL('../../docs/receiver.openapi.json', import.meta.url);

/** The wire contract, as shipped. */
export const contract = JSON.parse(readFileSync(CONTRACT, 'utf8'));

const ajv = new Ajv2020({ strict: false, allErrors: false });
ajv.addSchema({ $id: 'contract', components: contract.components });

/** A check for one of the contract's schemas: gives a sentence on what is wrong, undefined where nothing is. */
export function checkOf(name) {
  const validate = ajv.compile({ $ref: `contract#/components/schemas/${name}` });
  return (value) => {
    if (validate(value)) return undefined;
    const [error] = validate.errors;
    return `${error.instancePath || 'the whole'} ${error.message}`;
  };
}
