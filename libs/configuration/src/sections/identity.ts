import { adminAddress, issuer, key, text, webAddress } from '../forms';
import { optional, type Section, variable } from '../variable';

export const identitySection = {
  title: 'Keycloak',
  fields: {
    issuer: variable({
      name: 'KEYCLOAK_ISSUER',
      description: 'Issuer exactly as tokens state it, as the browser reaches it.',
      rule: 'must have the form https://server/realms/realm',
      schema: issuer,
    }),
    audience: variable({
      name: 'KEYCLOAK_AUDIENCE',
      description: 'Audience that tokens must name: the client id of the API.',
      rule: 'must not be empty',
      schema: text,
      default: 'mainstay-api',
    }),
    jwksUrl: optional({
      name: 'KEYCLOAK_JWKS_URL',
      description:
        'Where the signing keys are, if this process reaches Keycloak under another address than the browser.',
      rule: 'must be an http or https address',
      schema: webAddress,
    }),
    adminUrl: optional({
      name: 'KEYCLOAK_ADMIN_URL',
      description:
        'Address of Keycloak’s Admin API, such as https://keycloak:8443/admin/realms/mainstay. Left out: members are kept in Keycloak alone.',
      rule: 'must have the form https://server/admin/realms/realm',
      schema: adminAddress,
    }),
    adminClientId: variable({
      name: 'KEYCLOAK_ADMIN_CLIENT_ID',
      description: 'Service account that lists, invites and removes members.',
      rule: 'must not be empty',
      schema: text,
      default: 'mainstay-provisioner',
    }),
    adminClientSecret: optional({
      name: 'KEYCLOAK_ADMIN_CLIENT_SECRET',
      description: 'Its secret; must be given where KEYCLOAK_ADMIN_URL is.',
      rule: 'must not be empty',
      schema: text,
      secret: true,
    }),
  },
} satisfies Section;

export const personalDataSection = {
  title: 'Personal data',
  fields: {
    key: variable({
      name: 'MAINSTAY_PERSONAL_DATA_KEY',
      description:
        'Wraps the keys of personal data: 32 random bytes. Whoever loses it loses every name in the history.',
      rule: 'must be 32 bytes in base64 (openssl rand -base64 32)',
      schema: key,
      secret: true,
    }),
    alsoKey: optional({
      name: 'MAINSTAY_PERSONAL_DATA_KEY_ALSO',
      description:
        'Opens as well, while the key above is changed: first the new one, then the one before (Operations, rotating keys).',
      rule: 'must be 32 bytes in base64 (openssl rand -base64 32)',
      schema: key,
      secret: true,
    }),
  },
} satisfies Section;
