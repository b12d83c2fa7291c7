import { KafkaJSAggregateError, KafkaJSProtocolError, KafkaJSSASLAuthenticationError } from 'kafkajs';

/** What TLS says of a certificate that nobody vouches for, or that speaks of another server. */
const DISTRUSTED =
  /self-signed certificate|unable to (verify|get)[\w ]* (certificate|issuer)|certificate has expired|does not match certificate/i;

/** The failure as whoever set the process up can mend it; any other as it is. */
export function explained(error: Error): Error {
  const because = (sentence: string) => new Error(sentence, { cause: error });
  const all = withCauses(error);
  if (all.some((one) => one instanceof KafkaJSSASLAuthenticationError))
    return because('Kafka refuses the sign-in: KAFKA_USERNAME or KAFKA_PASSWORD is wrong.');
  const protocol = all.find((one) => one instanceof KafkaJSProtocolError);
  if (protocol?.type === 'UNSUPPORTED_SASL_MECHANISM')
    return because(
      'Kafka does not take this kind of sign-in: KAFKA_SASL_MECHANISM must name one that its brokers have.',
    );
  if (protocol && /_AUTHORIZATION_FAILED$/.test(protocol.type))
    return because(`Kafka refuses a right that KAFKA_USERNAME needs (${protocol.message}).`);
  const distrusted = all.find(({ message }) => DISTRUSTED.test(message));
  if (distrusted)
    return because(
      `Nobody vouches for the certificate of the Kafka brokers (${DISTRUSTED.exec(distrusted.message)![0]}): ` +
        'KAFKA_CA_FILE must hold the certificates of who issued it.',
    );
  return error;
}

function withCauses(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  const parts = error instanceof KafkaJSAggregateError ? error.errors : [];
  return [error, ...[error.cause, ...parts].flatMap(withCauses)];
}
