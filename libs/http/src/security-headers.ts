export interface SecurityHeaderOptions {
  /** Origin of the identity provider, which the web page talks to. */
  readonly issuerOrigin: string;
  readonly https: boolean;
}

/** Headers of every answer, of the page as of the API. Styles alone may be inline: the component library sets them. */
export const securityHeaders = ({ issuerOrigin, https }: SecurityHeaderOptions): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': [
    "default-src 'self'",
    `connect-src 'self' ${issuerOrigin}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  ...(https ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
});
