import { sealed } from '@mainstay/personal-data';
import { z, type ZodType } from 'zod';

const SEALED =
  'Personal data, sealed with a key of that person which never leaves the product: `1.<key id>.<nonce>.<tag>.<ciphertext>`. When the person is erased, the key is destroyed and nobody can read it any more.';

/**
 * JSON Schema of an event's data (draft 7, as AsyncAPI has it). Members it does not name are allowed: a later release may
 * add optional ones under the same version.
 */
export function dataSchema(schema: ZodType): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // What any JSON reader can hold says nothing about the event.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (zodSchema === sealed) Object.assign(jsonSchema, { title: 'Sealed personal data', description: SEALED });
    },
  });
  return rest;
}
