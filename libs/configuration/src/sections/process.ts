import { z } from 'zod';
import { share, text, webAddress, yesOrNo } from '../forms';
import { optional, type Section, variable } from '../variable';

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

export const processSection = {
  title: 'Every process',
  fields: {
    logLevel: variable({
      name: 'LOG_LEVEL',
      description: 'How much is logged.',
      rule: `must be one of ${levels.join(', ')}`,
      schema: z.enum(levels),
      default: 'info',
    }),
  },
} satisfies Section;

export const networkSection = {
  title: 'Network between processes',
  fields: {
    plainTextAllowed: variable({
      name: 'MAINSTAY_PLAIN_TEXT_NETWORK',
      description:
        'In production, connections to other hosts are encrypted; `yes` states that the network itself protects them (service mesh, one private host).',
      rule: 'must be yes or no',
      schema: yesOrNo,
      default: 'no',
    }),
  },
} satisfies Section;

export const telemetrySection = {
  title: 'Traces (OpenTelemetry)',
  fields: {
    endpoint: optional({
      name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      description:
        'Where traces are sent by OTLP over HTTP, such as http://collector:4318. Left out: no traces, at no cost.',
      rule: 'must be an http or https address',
      schema: webAddress,
    }),
    headers: optional({
      name: 'OTEL_EXPORTER_OTLP_HEADERS',
      description: 'Headers for the collector: name=value, separated by commas.',
      rule: 'must have the form name=value, separated by commas',
      schema: z.string().regex(/^[^=,\s]+=[^,]+(,[^=,\s]+=[^,]+)*$/),
      secret: true,
    }),
    sampled: variable({
      name: 'OTEL_TRACES_SAMPLER_ARG',
      description: 'Share of requests that are traced, 0 to 1.',
      rule: 'must be a number from 0 to 1',
      schema: share,
      default: '1',
    }),
    instance: optional({
      name: 'OTEL_SERVICE_INSTANCE_ID',
      description: 'Name of this copy in traces; the name of the host where it is left out.',
      rule: 'must not be empty',
      schema: text,
    }),
  },
} satisfies Section;
